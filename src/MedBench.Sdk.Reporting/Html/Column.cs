namespace MedBench.Reporting;

/// <summary>A column of a table.</summary>
/// <param name="Head">Its head.</param>
/// <param name="IsNumeric">Whether it holds numbers, which stand under each other by their last digit.</param>
internal readonly record struct Column(string Head, bool IsNumeric = false)
{
    public static implicit operator Column(string head) => new(head);

    public static Column Number(string head) => new(head, IsNumeric: true);
}
