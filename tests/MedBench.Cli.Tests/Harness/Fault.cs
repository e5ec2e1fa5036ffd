namespace MedBench.Cli.Tests.Harness;

/// <summary>What a server does instead of answering: a status, or a connection that breaks.</summary>
internal enum Fault
{
    None = 0,
    Drop = 1,
    BadRequest = 400,
    Unauthorized = 401,
    TooManyRequests = 429,
    ServerError = 500,
}
