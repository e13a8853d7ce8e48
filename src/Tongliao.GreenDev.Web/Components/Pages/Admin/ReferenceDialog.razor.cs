using Microsoft.AspNetCore.Components;
using Tongliao.GreenDev.Application;
using Tongliao.GreenDev.Application.Access;
using Tongliao.GreenDev.Application.Rules;
using Tongliao.GreenDev.Application.Targets;
using Tongliao.GreenDev.Domain.Reporting;
using Tongliao.GreenDev.Web.Components.Controls;

namespace Tongliao.GreenDev.Web.Components.Pages.Admin;

/// <summary>Records what was typed on the reference sheet.</summary>
public sealed partial class ReferenceDialog(ReferenceSheetService service)
{
    private IReadOnlyList<string> doubts = [];
    private string? document;
    private string? from;
    private bool isConfirmed;
    private int recorded;

    [Parameter, EditorRequired]
    public ReferenceDraft Draft { get; set; } = default!;

    private string Summary
    {
        get
        {
            var baselines = Draft.Entries.Count(entry => entry.Key.Year is null);
            var renewed = Draft.Entries.Count(entry => entry.Version > 0);
            return $"分解指标 {Draft.Entries.Count - baselines} 个、基数 {baselines} 个，其中 {renewed} 个是调整，原来的保留备查。";
        }
    }

    /// <summary>Quarters that are locked and that what is typed is for; empty for none.</summary>
    private string LockedQuarters => string.Join('、', Draft.Sheet.Facts.Periods
        .Where(period => period.LockedAt is not null && Draft.Entries.Any(entry => entry.Key.Year is not { } year || year == period.Quarter.Year))
        .Select(period => period.Quarter.ChineseName));

    /// <summary>The trial of all of it, from where it can be decided as a 更正; null where it is more than one trial takes.</summary>
    private string? TrialAddress => Draft.Entries.Count > RuleTerm.Most || Draft.Entries.Any(entry => entry.Value is null) ? null : WhatIfView.AddressOf([.. Draft.Entries.Select(Term)]);

    private static RuleTerm Term(ReferenceEntry entry) => entry.Key.Year is { } year
        ? new UnitTargetTerm(entry.Key.UnitCode, entry.Key.IndicatorNumber, year, entry.Value!.Value)
        : new BaselineTerm(entry.Key.UnitCode, entry.Key.IndicatorNumber, ReportedInputs.None with { Amount = entry.Value });

    protected override void OnInitialized() => doubts = ReferenceDoubts.Of(Draft.Sheet, Draft.Changed);

    private async Task SendAsync(Caller caller, int? version)
    {
        var day = DateText.Read(from);
        if (day.Fault is { } wrong)
        {
            throw RefusalException.Invalid(RefusalCodes.InvalidTarget, $"生效日期{wrong}", new FieldFault("effectiveFrom", $"生效日期{wrong}"));
        }

        recorded = await service.SetAsync(caller, new SetReferences(Draft.Entries, document, day.Value, isConfirmed), CancellationToken.None);
    }

    private string Done() => $"总表已保存 {recorded} 格。";
}
