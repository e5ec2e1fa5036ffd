using NUnit.Framework.Internal;

namespace MedBench.Testing.Tests;

/// <summary>Runs a specification's test on something that must fail it.</summary>
internal static class Caught
{
    public static Task By(Action test) => By(() =>
    {
        test();
        return Task.CompletedTask;
    });

    public static async Task By(Func<Task> test)
    {
        using (new TestExecutionContext.IsolatedContext())
        {
            try
            {
                await test();
            }
            catch (AssertionException)
            {
                return;
            }
        }

        Assert.Fail("The specification accepted what it exists to reject.");
    }
}
