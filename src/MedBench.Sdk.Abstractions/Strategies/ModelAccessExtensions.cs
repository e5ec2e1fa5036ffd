namespace MedBench;

/// <summary>Short names for the common roles.</summary>
public static class ModelAccessExtensions
{
    extension(IModelAccess models)
    {
        /// <summary>Gets the model under evaluation.</summary>
        public IModelClient Subject => models.GetModel(ModelRole.Subject);

        /// <summary>Gets the model that grades; its failure is never counted against the subject.</summary>
        public IModelClient Judge => models.GetModel(ModelRole.Judge);

        /// <summary>Gets the model of a role, or the subject where nobody plays it.</summary>
        /// <param name="role">The wanted role.</param>
        public IModelClient GetModelOrSubject(string role) => models.GetModel(models.HasModel(role) ? role : ModelRole.Subject);
    }
}
