using Microsoft.AspNetCore.Components.Authorization;
using MudBlazor;
using Tongliao.GreenDev.Application;
using Tongliao.GreenDev.Application.Access;
using Tongliao.GreenDev.Application.Corrections;
using Tongliao.GreenDev.Application.Evidence;
using Tongliao.GreenDev.Domain.Reporting;
using Tongliao.GreenDev.Web.Components.Controls;

namespace Tongliao.GreenDev.Web.Components.Pages.Corrections;

/// <summary>All corrections that the reader may see; the bureau decides on those that wait.</summary>
public sealed partial class CorrectionBoard(
    CorrectionQueries corrections, EvidenceQueries supports, OfficeClock clock, IDialogService dialogs, AuthenticationStateProvider authentication)
    : ActingIsland(authentication)
{
    private CorrectionList? list;

    private ILookup<long, EvidenceFile> evidence = Array.Empty<EvidenceFile>().ToLookup(file => file.Id);

    protected override async Task LoadAsync(Caller caller)
    {
        list = await corrections.ListAsync(caller, quarter: null, CancellationToken.None);
        evidence = await supports.OfCorrectionsAsync(caller, [.. list.Lines.Select(line => line.Correction.Id)], CancellationToken.None);
    }

    private Task DecideAsync(CorrectionLine line) => AskAsync(async caller =>
    {
        var asked = await corrections.CaseAsync(caller, line.Correction.Id, CancellationToken.None);
        return await dialogs.AskAsync(new DialogParameters<CorrectionDialog> { { dialog => dialog.Case, asked }, { dialog => dialog.Evidence, [.. evidence[line.Correction.Id]] } });
    });

    private Task SupportAsync(CorrectionLine line) => AskAsync(_ => dialogs.AskAsync(new DialogParameters<CorrectionEvidenceDialog>
    {
        { dialog => dialog.Line, line },
        { dialog => dialog.Evidence, [.. evidence[line.Correction.Id]] },
    }));

    private static string Colour(CorrectionLine line) => line.Decision switch
    {
        null => "is-amber",
        { IsApproved: true } => "is-green",
        _ => "is-grey",
    };
}
