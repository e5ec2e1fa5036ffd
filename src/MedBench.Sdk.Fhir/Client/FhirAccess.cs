namespace MedBench.Fhir;

/// <summary>How strategies, environments and scorers reach the records: by the role <see cref="ModelRole.Records"/>, so that every reading is journalled, repeated and resumed like a model's reply.</summary>
public static class FhirAccess
{
    extension(IModelAccess models)
    {
        /// <summary>Sends a request to the record server.</summary>
        /// <param name="request">The request.</param>
        /// <param name="purpose">What it is for, for instance <c>turn/2</c>; keeps otherwise equal calls of one sample apart.</param>
        /// <param name="cancellationToken">Ends the call.</param>
        /// <exception cref="ModelException">The server gave no answer; says of which kind.</exception>
        public async Task<FhirReply> AskRecordsAsync(FhirRequest request, string purpose, CancellationToken cancellationToken = default)
        {
            ArgumentNullException.ThrowIfNull(request);
            var response = await models.GetModel(ModelRole.Records).CompleteAsync(request.ToModelRequest(purpose), cancellationToken).ConfigureAwait(false);
            return FhirReply.Read(response);
        }
    }
}
