namespace MedBench;

/// <summary>Says where a published file is kept, and so how its address is made.</summary>
public enum DataHost
{
    /// <summary>A dataset repository of the Hugging Face Hub.</summary>
    HuggingFace,

    /// <summary>A file in a GitHub repository.</summary>
    GitHub,

    /// <summary>The archive of a whole GitHub repository at a commit.</summary>
    GitHubArchive,

    /// <summary>Any other https address.</summary>
    Web,
}
