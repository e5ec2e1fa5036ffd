namespace MedBench;

/// <summary>Finds where a CSV record ends: at a line end outside quotes. Resumes where more bytes were needed.</summary>
/// <param name="separator">What stands between cells.</param>
internal struct CsvRecordScanner(byte separator)
{
    private int position;
    private bool isQuoted;
    private bool isInsideCell;

    /// <summary>Length of the record without its line end; of all that is there where no end was found.</summary>
    public int Length { get; private set; }

    /// <summary>Length of the line end: 0, 1 or 2.</summary>
    public int NewlineLength { get; private set; }

    public bool TryFindEnd(ReadOnlySpan<byte> data)
    {
        while (position < data.Length)
        {
            if (isQuoted)
            {
                var quote = data[position..].IndexOf((byte)'"');
                if (quote < 0)
                {
                    position = data.Length;
                    break;
                }

                // A doubled quote closes and opens again, which comes to the same.
                position += quote + 1;
                (isQuoted, isInsideCell) = (false, false);
                continue;
            }

            switch (data[position])
            {
                case (byte)'"' when !isInsideCell:
                    isQuoted = true;
                    break;
                case (byte)'\n':
                    NewlineLength = position > 0 && data[position - 1] == '\r' ? 2 : 1;
                    Length = position + 1 - NewlineLength;
                    return true;
                case var value when value == separator:
                    isInsideCell = false;
                    break;
                default:
                    isInsideCell = true;
                    break;
            }

            position++;
        }

        Length = data.Length;
        if (Length > 0 && !isQuoted && data[^1] == '\r')
        {
            Length--;
            NewlineLength = 1;
        }

        return false;
    }
}
