using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;

namespace MedBench;

/// <summary>Adds models, benchmarks and strategies to an application's services.</summary>
public interface IMedBenchBuilder
{
    /// <summary>Gets the services that are being configured.</summary>
    IServiceCollection Services { get; }

    /// <summary>Adds the model that plays a role, as a keyed singleton <see cref="IModelClient"/>.</summary>
    /// <param name="role">One of <see cref="ModelRole"/> or a role of your own; it is the service key.</param>
    /// <param name="create">Creates the client.</param>
    /// <exception cref="ArgumentException">The role is taken.</exception>
    IMedBenchBuilder AddModel(string role, Func<IServiceProvider, IModelClient> create);

    /// <summary>Lets the <see cref="IChatClient"/> that is registered under a role's name play that role.</summary>
    /// <param name="role">The service key of the chat client, and the role.</param>
    /// <param name="info">Identity and limits of the model; null takes them from the client's metadata.</param>
    /// <exception cref="ArgumentException">The role is taken.</exception>
    IMedBenchBuilder AddChatModel(string role, ModelInfo? info = null);

    /// <summary>Adds everything that was discovered at build: pass the generated <c>MedBenchCatalog.All</c>.</summary>
    /// <param name="catalog">The benchmarks, strategies and scorers.</param>
    IMedBenchBuilder AddCatalog(BenchmarkCatalog catalog);
}
