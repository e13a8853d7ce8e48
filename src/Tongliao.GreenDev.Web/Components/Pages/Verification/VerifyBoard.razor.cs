using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Forms;
using Tongliao.GreenDev.Application;
using Tongliao.GreenDev.Application.Access;
using Tongliao.GreenDev.Application.Explanations;
using Tongliao.GreenDev.Application.Rating;
using Tongliao.GreenDev.Application.Verification;
using Tongliao.GreenDev.Domain.Reporting;
using Tongliao.GreenDev.Web.Components.Controls;
using Tongliao.GreenDev.Web.Components.Pages.Dashboard;

namespace Tongliao.GreenDev.Web.Components.Pages.Verification;

/// <summary>Takes a file, and says whether it is still as it was exported, and still true (核对文件).</summary>
public sealed partial class VerifyBoard(VerificationQueries verification, OfficeClock clock, AuthenticationStateProvider authentication) : ActingIsland(authentication)
{
    private const string HintText = "平台导出的 xlsx 或 docx，不超过 5 MB";

    private FileVerdict? verdict;
    private string fileName = "";
    private string? plan;
    private bool isReading;

    /// <summary>How many files were read: each field takes one, so that the same file can be chosen again once it was saved anew.</summary>
    private int read;

    private string Colour => ColourOf(verdict!.Standing).Css();

    /// <summary>Nothing is read before a file is chosen.</summary>
    protected override Task LoadAsync(Caller caller) => Task.CompletedTask;

    private Task VerifyAsync(InputFileChangeEventArgs chosen) => ReadAsync(async caller =>
    {
        (verdict, fileName, plan, isReading) = (null, chosen.File.Name, caller.Plan, true);
        try
        {
            VerificationQueries.RequireSize(chosen.File.Size);
            verdict = await verification.VerifyAsync(caller, chosen.File.Name, await ChosenWorkbook.ReadAsync(chosen.File), CancellationToken.None);
        }
        catch (IOException)
        {
            throw RefusalException.Invalid(RefusalCodes.InvalidFile, ChosenWorkbook.NotWholly);
        }
        finally
        {
            (isReading, read) = (false, read + 1);
        }
    });

    private static Tone ColourOf(FileStanding standing) => standing switch
    {
        FileStanding.Current => Tone.Well,
        FileStanding.Superseded => Tone.Due,
        FileStanding.Altered => Tone.Urgent,
        FileStanding.Unknown => Tone.Quiet,
    };

    private IReadOnlyList<AccountFact> FactsOf(FileOrigin origin) =>
    [
        .. new AccountFact?[]
        {
            new("文件", $"{origin.KindWord}{(origin.Quarter is { } quarter ? $"，{quarter.ChineseName}" : "")}{(origin.Release is { } number ? $" 第{number}版" : "")}"),
            origin.Basis is { } basis ? new("口径", basis.Word() + (origin.AsOf is null ? "" : $"，{origin.AsOf}")) : null,
            new("导出", $"{clock.Minute(origin.At)}，{origin.By ?? "其他单位的人员"}"),
            new("导出时的文件名", origin.Name),
            plan is not null ? new("实施方案", origin.PlanTitle) : null,
        }.OfType<AccountFact>(),
    ];

    /// <summary>Where a figure is explained; it may be of another plan than the page's.</summary>
    private string AddressOf(ValueKey figure)
    {
        var address = ExplainPage.AddressOf(figure, verdict?.Origin?.Basis ?? FigureBasis.Submitted, asOf: null);
        return plan is not null && verdict?.Origin is { } origin ? $"{address}&plan={Uri.EscapeDataString(origin.Plan)}" : address;
    }
}
