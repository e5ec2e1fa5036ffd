namespace MedBench.Cli;

/// <summary>Who plays parts beside the subject: <c>--role judge=MODEL</c>, or <c>--role judge=MODEL@URL</c>.</summary>
internal static class RolePlayers
{
    public static IReadOnlyDictionary<string, IModelClient> Create(RunArguments arguments)
    {
        var players = new Dictionary<string, IModelClient>(StringComparer.Ordinal);
        foreach (var argument in arguments.Roles)
        {
            var equals = argument.IndexOf('=', StringComparison.Ordinal);
            if (equals <= 0 || equals == argument.Length - 1)
            {
                throw new ArgumentException($"'{argument}' gives nobody a part. Write ROLE=MODEL, for instance judge=NAME, or ROLE=MODEL@URL.");
            }

            var (role, player) = (argument[..equals], argument[(equals + 1)..]);
            var model = ModelAddress.Parse(player, arguments, $"The role '{role}'", $"{role}=");
            if (role == ModelRole.Subject || !players.TryAdd(role, model.CreateClient(ModelCapabilities.None, arguments)))
            {
                throw new ArgumentException(role == ModelRole.Subject ? "The subject is the model under evaluation. Name it with --model." : $"Two models play '{role}'. Name one.");
            }
        }

        return players;
    }
}
