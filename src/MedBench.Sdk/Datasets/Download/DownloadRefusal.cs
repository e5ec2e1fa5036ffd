using System.Net;

namespace MedBench;

/// <summary>Says why a server does not give a file, and what to do.</summary>
/// <remarks>The hub says more in <c>X-Error-Code</c>; codes as in huggingface_hub, <c>utils/_http.py</c> at ee0a451.</remarks>
internal static class DownloadRefusal
{
    public static Exception Of(HttpResponseMessage response, DownloadPin pin, string problem, string file)
    {
        var code = response.Headers.TryGetValues("X-Error-Code", out var codes) ? codes.First() : null;
        return (code, response.StatusCode) switch
        {
            ("GatedRepo", _) => Refused($"the data is gated ({problem})", Accept(pin)),
            ("RepoNotFound", HttpStatusCode.Unauthorized) => Refused($"the hub knows no such dataset, or shows it to some accounts only ({problem})", Accept(pin)),
            ("RepoNotFound", _) => Refused($"the hub knows no such dataset ({problem})", "It may have moved: look for it, and bring your own copy"),
            ("RevisionNotFound", _) => Refused($"the dataset has no such revision ({problem})", "It may have been withdrawn: ask its authors, or bring your own copy"),
            ("EntryNotFound", _) or (_, HttpStatusCode.NotFound or HttpStatusCode.Gone) => Refused($"the file is not there ({problem})", "It may have moved: look for it, and bring your own copy"),
            (_, HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden) => Refused($"the data is not given to everybody ({problem})", Accept(pin)),
            (_, HttpStatusCode.RequestTimeout or HttpStatusCode.TooManyRequests or >= HttpStatusCode.InternalServerError) => new TransferException(problem, WaitOf(response)),
            _ => Refused(problem, "Check the address, and whether the data asks for an account"),
        };

        DatasetException Refused(string reason, string remedy) => new(reason, remedy, file: file);
    }

    private static string Accept(DownloadPin pin) => pin.Page is { } page
        ? $"Accept the terms at {page} with your account{(pin.Token is null ? ", and give its token in HF_TOKEN" : "; the token that was sent does not suffice")}"
        : "Ask its authors, and bring your own copy";

    private static TimeSpan? WaitOf(HttpResponseMessage response) => response.Headers.RetryAfter?.Delta;
}
