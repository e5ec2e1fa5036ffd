namespace MedBench.Tests;

public class ModelExceptionTests
{
    // A row for every kind: a new kind fails here until somebody has decided.
    private static readonly Dictionary<ModelErrorKind, (bool IsTransient, bool StopsRun)> Treatment = new()
    {
        [ModelErrorKind.RateLimited] = (true, false),
        [ModelErrorKind.Server] = (true, false),
        [ModelErrorKind.Connection] = (true, false),
        [ModelErrorKind.Timeout] = (true, false),
        [ModelErrorKind.Malformed] = (true, false),
        [ModelErrorKind.EmptyReply] = (true, false),
        [ModelErrorKind.Authentication] = (false, true),
        [ModelErrorKind.QuotaExceeded] = (false, true),
        [ModelErrorKind.UnknownModel] = (false, true),
        [ModelErrorKind.BadRequest] = (false, false),
        [ModelErrorKind.ContextOverflow] = (false, false),
        [ModelErrorKind.ContentFiltered] = (false, false),
        [ModelErrorKind.BudgetExceeded] = (false, true),
        [ModelErrorKind.EndpointDown] = (false, true),
        [ModelErrorKind.CallLimit] = (false, false),
    };

    [Test]
    public void Every_kind_is_retried_or_stops_the_run_or_ends_the_sample([Values] ModelErrorKind kind)
    {
        var error = new ModelException(kind, "message");

        Assert.That((error.IsTransient, error.StopsRun), Is.EqualTo(Treatment[kind]));
    }

    [Test]
    public void An_error_carries_its_message_cause_and_details()
    {
        var cause = new TimeoutException();
        var error = new ModelException(ModelErrorKind.RateLimited, "Model 'm' asks to wait.", cause) { RetryAfter = TimeSpan.FromSeconds(7), StatusCode = 429 };

        Assert.That(error.Kind, Is.EqualTo(ModelErrorKind.RateLimited));
        Assert.That(error.Message, Is.EqualTo("Model 'm' asks to wait."));
        Assert.That(error.InnerException, Is.SameAs(cause));
        Assert.That((error.RetryAfter, error.StatusCode), Is.EqualTo((TimeSpan.FromSeconds(7), 429)));
    }
}
