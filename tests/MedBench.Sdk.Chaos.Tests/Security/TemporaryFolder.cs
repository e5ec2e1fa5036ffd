namespace MedBench.Chaos;

/// <summary>A folder of its own for each test.</summary>
public abstract class TemporaryFolder
{
    protected string Root { get; private set; } = "";

    [SetUp]
    public void CreateFolder() => Root = Directory.CreateTempSubdirectory("medbench-security-").FullName;

    [TearDown]
    public void DeleteFolder() => Directory.Delete(Root, recursive: true);

    protected string PathOf(params string[] parts) => Path.Combine([Root, .. parts]);
}
