namespace MedBench.Running;

/// <summary>Remembers which role a failed call was made to, so that a patient's or judge's failure is never held against the subject.</summary>
internal static class FailedRole
{
    private const string Key = "MedBench.Role";

    extension(ModelException exception)
    {
        /// <summary>Gets the role that failed; null where no call of a run did.</summary>
        public string? Role => exception.Data[Key] as string;

        /// <summary>Gets whether the subject failed, or a strategy on its behalf.</summary>
        public bool IsSubjects => exception.Role is null or ModelRole.Subject;

        /// <summary>Marks the failure with the role.</summary>
        public void MarkRole(string role) => exception.Data[Key] = role;
    }
}
