using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;

namespace MedBench.Running;

/// <summary>Registers models by role and remembers which roles are taken.</summary>
internal sealed class MedBenchBuilder(IServiceCollection services) : IMedBenchBuilder
{
    public IServiceCollection Services { get; } = services;

    public IMedBenchBuilder AddModel(string role, Func<IServiceProvider, IModelClient> create)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(role);
        if (Services.Any(service => service.ServiceType == typeof(RegisteredRole) && ((RegisteredRole)service.ImplementationInstance!).Name == role))
        {
            throw new ArgumentException($"A model plays the role '{role}' already. Register each role once.", nameof(role));
        }

        Services.AddSingleton(new RegisteredRole(role));
        Services.AddKeyedSingleton(role, (provider, _) => create(provider));
        return this;
    }

    public IMedBenchBuilder AddChatModel(string role, ModelInfo? info = null)
        => AddModel(role, provider => provider.GetRequiredKeyedService<IChatClient>(role).AsModelClient(info));

    public IMedBenchBuilder AddCatalog(BenchmarkCatalog catalog)
    {
        Services.AddSingleton(catalog);
        return this;
    }
}
