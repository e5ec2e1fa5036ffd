namespace MedBench.Benchmarks.Tests.Exams;

/// <summary>A small examination of one year in the layout of IgakuQA, with questions, replies and solved examples of our own.</summary>
internal static class IgakuQaFixture
{
    public static DatasetSource Source => DatasetSource.Folder(Path.Combine(TestContext.CurrentContext.TestDirectory, "Fixtures", "igakuqa"));

    public static async Task<Sample> LoadAsync(string id) => (await ExamData.LoadAsync(new IgakuQa(), Source)).Single(sample => sample.Input.Id == id);
}
