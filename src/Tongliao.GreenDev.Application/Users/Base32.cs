using System.Text;

namespace Tongliao.GreenDev.Application.Users;

/// <summary>Base 32 of RFC 4648, in which authenticator apps take their keys.</summary>
public static class Base32
{
    private const string Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    public static string Encode(ReadOnlySpan<byte> bytes)
    {
        var result = new StringBuilder();
        int buffer = 0, bits = 0;
        foreach (var b in bytes)
        {
            buffer = (buffer << 8) | b;
            bits += 8;
            while (bits >= 5)
            {
                bits -= 5;
                result.Append(Alphabet[(buffer >> bits) & 31]);
            }
        }

        return bits == 0 ? result.ToString() : result.Append(Alphabet[(buffer << (5 - bits)) & 31]).ToString();
    }
}
