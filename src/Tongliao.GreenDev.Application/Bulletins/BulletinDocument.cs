using Tongliao.GreenDev.Application.Export;
using Tongliao.GreenDev.Domain.Bulletins;

namespace Tongliao.GreenDev.Application.Bulletins;

/// <summary>Writes a bulletin as an official document, with the table of the quarter as its annex, and of a correction what it says otherwise.</summary>
internal sealed class BulletinDocument(BulletinDesk desk)
{
    private readonly BulletinFacts numbers = desk.Numbers;
    private readonly IReadOnlyList<BulletinChange> changes = desk.ChangesOf(desk.Content);
    private readonly Dictionary<string, BulletinFact> linked = new(StringComparer.Ordinal);

    /// <param name="number">文号, or that there is none yet.</param>
    /// <param name="day">成文日期, or that there is none yet.</param>
    public BulletinPaper Write(string number, string day)
    {
        var content = desk.Content;
        using var document = new OfficialDocument(BulletinText.Filled(content.Title, numbers.TextOf), desk.Facts.IsDemo ? "演示数据，非真实上报，不作为正式公文使用" : null);
        document.AddNumber(number);
        document.AddTitle(Filled(content.Title) + (changes.Count == 0 ? "" : "（更正）"));
        document.AddAddressees(Filled(content.Addressees));
        if (desk.Issued is { } issued && changes.Count > 0)
        {
            document.AddParagraph(DocumentFace.Body, [], [new DocumentRun($"{issued.DocumentNumber}《{issued.Content.Title}》部分内容有误，现予更正并重新印发，更正内容见附件2。")]);
        }

        foreach (var line in BulletinText.Lines(content.Text))
        {
            document.AddParagraph(FaceOf(line.Kind), Runs(line.Head), Runs(line.Rest));
        }

        List<(string Title, DocumentTable Table)> annexes = [($"{desk.Period.Quarter.ChineseName}主要量化指标情况表", BulletinTable.Of(numbers, Linked))];
        if (changes.Count > 0)
        {
            annexes.Add(("更正对照表", Corrections()));
        }

        document.AddAnnexNames([.. annexes.Select(annex => annex.Title)]);
        document.AddSignature(Filled(content.Issuer), day);
        foreach (var (index, (title, table)) in annexes.Index())
        {
            document.AddAnnex(annexes.Count == 1 ? "附件" : $"附件{index + 1}", title, table);
        }

        return new BulletinPaper(document.Finish(), [.. linked.Values]);
    }

    private DocumentTable Corrections() => new(
        ["序号", "内容", "原印发", "更正后"],
        [4, 14, 20, 20],
        [
            .. changes.Index().Select(change => (IReadOnlyList<DocumentRun>)
            [
                new DocumentRun($"{change.Index + 1}"), new DocumentRun(change.Item.What), new DocumentRun(change.Item.Then), new DocumentRun(change.Item.Now),
            ]),
        ]);

    private IReadOnlyList<DocumentRun> Runs(IReadOnlyList<BulletinPart> parts) =>
        [.. parts.Select(part => part.IsLink ? Linked(part.Text) ?? new DocumentRun(part.Typed) : new DocumentRun(part.Text))];

    /// <summary>A number in the document; null for a key that there is not.</summary>
    private DocumentRun? Linked(string key)
    {
        if (numbers.Find(key) is not { } fact)
        {
            return null;
        }

        linked.TryAdd(key, fact);
        return new DocumentRun(fact.Text, key);
    }

    /// <summary>What stands outside the text has its numbers as words.</summary>
    private string Filled(string text)
    {
        foreach (var fact in numbers.In(text))
        {
            linked.TryAdd(fact.Key, fact);
        }

        return BulletinText.Filled(text, numbers.TextOf);
    }

    private static DocumentFace FaceOf(BulletinLineKind kind) => kind switch
    {
        BulletinLineKind.Body => DocumentFace.Body,
        BulletinLineKind.Heading => DocumentFace.Heading,
        BulletinLineKind.Subheading => DocumentFace.Subheading,
    };
}
