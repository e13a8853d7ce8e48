using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Tongliao.GreenDev.Domain.Verification;

namespace Tongliao.GreenDev.Application.Verification;

/// <summary>Makes the marks (文件标记) that exported files carry, and knows its own again: the id of a file and the hash of what it said, which nobody else can make or change.</summary>
public sealed class FileMarks(IDataProtectionProvider protection)
{
    private const int IdBytes = 16;

    private readonly IDataProtector marks = protection.CreateProtector("GreenDev.FileMark");

    /// <summary>A text of some 200 letters and digits, of which no two are alike; Excel shows a property of up to 255.</summary>
    internal string Of(ExportedFile file) => Convert.ToBase64String(marks.Protect([.. file.Id.ToByteArray(), .. file.Hash]));

    /// <summary>Which file it names and what that said; null for what this portal never made.</summary>
    internal (Guid Id, byte[] Hash)? Read(string mark)
    {
        try
        {
            var content = marks.Unprotect(Convert.FromBase64String(mark));
            return content.Length > IdBytes ? (new Guid(content.AsSpan(0, IdBytes)), content[IdBytes..]) : null;
        }
        catch (Exception fault) when (fault is CryptographicException or FormatException)
        {
            return null;
        }
    }
}
