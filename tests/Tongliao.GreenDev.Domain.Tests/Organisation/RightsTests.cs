using Tongliao.GreenDev.Domain.Organisation;

namespace Tongliao.GreenDev.Domain.Tests.Organisation;

public sealed class RightsTests
{
    private static readonly UserRole[] Roles = Enum.GetValues<UserRole>();
    private static readonly Act[] Acts = Enum.GetValues<Act>();

    public static TheoryData<Act, UserRole> Refused { get; } =
        [.. from act in Acts from role in Roles where !role.May(act) select new TheoryDataRow<Act, UserRole>(act, role)];

    [Fact]
    public void May_OfEveryRole_IsWhatTheDocumentSays()
    {
        var rows = DocumentedTable();

        Assert.Equal(["act", .. Roles.Select(role => $"{role.Word()} {role.Code()}")], rows[0]);
        Assert.Equal(
            Acts.Select(act => (act.ToString(), string.Join(' ', Roles.Select(role => role.May(act) ? "✓" : "–")))),
            rows[1..].Select(cells => (cells[0].Split(' ')[0], string.Join(' ', cells[1..]))));
    }

    [Theory]
    [MemberData(nameof(Refused))]
    public void Refusal_OfWhoMayNot_NamesARole(Act act, UserRole role)
    {
        var sentence = role.Refusal(act);

        Assert.EndsWith("。", sentence, StringComparison.Ordinal);
        Assert.Contains([role, .. Rights.RolesFor(act)], named => sentence.Contains(named.Word(), StringComparison.Ordinal));
    }

    /// <summary>The cells of the first table of docs/security.md, without the line of dashes.</summary>
    private static List<string[]> DocumentedTable()
    {
        using var reader = new StreamReader(typeof(RightsTests).Assembly.GetManifestResourceStream("security.md")!);
        return
        [
            .. reader.ReadToEnd().Split('\n').SkipWhile(line => !line.StartsWith('|')).TakeWhile(line => line.StartsWith('|'))
                .Where(line => !line.StartsWith("|--", StringComparison.Ordinal))
                .Select(line => line.Trim().Trim('|').Split('|', StringSplitOptions.TrimEntries)),
        ];
    }
}
