namespace Tongliao.GreenDev.Application.Users.Passwords;

/// <summary>Strings of neighbouring keys: along a row, down a column, or to and fro.</summary>
internal static class KeyboardWalks
{
    private static readonly string[] Rows = ["`1234567890-=", "qwertyuiop[]\\", "asdfghjkl;'", "zxcvbnm,./"];

    private static readonly HashSet<(char, char)> Neighbours = FindNeighbours();

    public static bool Contains(ReadOnlySpan<char> piece)
    {
        for (var i = 1; i < piece.Length; i++)
        {
            if (!Neighbours.Contains((piece[i - 1], piece[i])))
            {
                return false;
            }
        }

        return true;
    }

    private static HashSet<(char, char)> FindNeighbours()
    {
        var pairs = new HashSet<(char, char)>();
        for (var row = 0; row < Rows.Length; row++)
        {
            for (var column = 0; column < Rows[row].Length; column++)
            {
                // The row of digits starts one key further left than the letters.
                AddIfThere(pairs, Rows[row][column], row, column + 1);
                AddIfThere(pairs, Rows[row][column], row + 1, row == 0 ? column - 1 : column);
                AddIfThere(pairs, Rows[row][column], row + 1, row == 0 ? column - 2 : column - 1);
            }
        }

        return pairs;
    }

    private static void AddIfThere(HashSet<(char, char)> pairs, char key, int row, int column)
    {
        if (row < Rows.Length && column >= 0 && column < Rows[row].Length)
        {
            pairs.Add((key, Rows[row][column]));
            pairs.Add((Rows[row][column], key));
        }
    }
}
