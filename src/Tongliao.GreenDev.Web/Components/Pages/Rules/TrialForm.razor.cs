using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Tongliao.GreenDev.Application;
using Tongliao.GreenDev.Application.Access;
using Tongliao.GreenDev.Application.Data;
using Tongliao.GreenDev.Application.Rules;
using Tongliao.GreenDev.Domain.Organisation;
using Tongliao.GreenDev.Domain.Plans;
using Tongliao.GreenDev.Domain.Reporting;
using Tongliao.GreenDev.Web.Components.Controls;

namespace Tongliao.GreenDev.Web.Components.Pages.Rules;

/// <summary>Puts a trial together; every change of it leads to the trial's address.</summary>
public sealed partial class TrialForm(ReadScopeQueries scopes, NavigationManager navigation, AuthenticationStateProvider authentication) : ActingIsland(authentication)
{
    private PlanFacts facts = default!;
    private TypedTerm? term;
    private IReadOnlyList<TrialKind> kinds = [];
    private IReadOnlyList<ReportingUnit> units = [];
    private IReadOnlyList<ReportingUnit> wholes = [];
    private IReadOnlyList<string> described = [];
    private string? from;
    private string? fault;

    [Parameter, EditorRequired]
    public IReadOnlyList<string> Terms { get; set; } = [];

    /// <summary>The day from which they are to hold, as the address says it; null where it does not.</summary>
    [Parameter]
    public string? From { get; set; }

    /// <summary>The day from which they were tried.</summary>
    [Parameter, EditorRequired]
    public string? Begins { get; set; }

    [Parameter]
    public string? Kind { get; set; }

    [Parameter]
    public string? Unit { get; set; }

    [Parameter]
    public string? Period { get; set; }

    [Parameter]
    public string? Indicator { get; set; }

    [Parameter]
    public string? Year { get; set; }

    private string period
    {
        get => term!.Quarter.ToString();
        set => term!.Quarter = Quarter.Read(value);
    }

    private IEnumerable<Indicator> Indicators => facts.Plan.Indicators.Where(indicator => term!.Kind switch
    {
        TrialKind.Curve => indicator.IsSum,
        TrialKind.Baseline => indicator.IsSum || indicator.Kind == MeasureKind.StockRatio,
        _ => true,
    });

    protected override async Task LoadAsync(Caller caller)
    {
        var scope = await scopes.ReadAsync(caller, CancellationToken.None);
        facts = scope.Facts;
        kinds = KindsOf(scope.Actor);
        units = [.. facts.Plan.Units.Where(unit => !scope.Actor.Role.IsCounty() || unit.Id == scope.Actor.UnitId)];
        wholes = [.. facts.Plan.Regions.All.Where(unit => !unit.Reports)];
        described = [.. RuleTermText.Read([.. Terms]).Select(read => RuleWords.Of(facts, read))];
        from = From;
        term = Begun();
    }

    /// <summary>What the address asks for, as far as it is there.</summary>
    private TypedTerm Begun()
    {
        var begun = new TypedTerm(facts)
        {
            Kind = Enum.TryParse<TrialKind>(Kind, ignoreCase: true, out var kind) && kinds.Contains(kind) ? kind : kinds[0],
            UnitCode = units.Concat(wholes).FirstOrDefault(unit => unit.Code == Unit)?.Code ?? units[0].Code,
        };
        begun.IndicatorNumber = facts.Plan.Indicators.FirstOrDefault(indicator => $"{indicator.Number}" == Indicator)?.Number ?? begun.IndicatorNumber;
        begun.Year = begun.Indicator.Targets.FirstOrDefault(target => $"{target.Year}" == Year)?.Year ?? begun.Year;
        begun.Quarter = facts.Periods.FirstOrDefault(opened => opened.OpenedAt is not null && opened.Quarter.ToString() == Period)?.Quarter ?? begun.Quarter;
        return begun;
    }

    private static IReadOnlyList<TrialKind> KindsOf(Actor actor) => actor.Role.IsCounty()
        ? [TrialKind.Input, TrialKind.UnitTarget, TrialKind.Baseline]
        : [.. Enum.GetValues<TrialKind>().Where(kind => kind != TrialKind.Words || actor.May(Act.ManageRules))];

    private void Add()
    {
        try
        {
            Show(Terms.Append(RuleTermText.Of(term!.Read())));
        }
        catch (RefusalException refused)
        {
            fault = refused.Message;
        }
    }

    private void ShowFrom() => Show(Terms);

    private void Show(IEnumerable<string> terms)
    {
        var day = DateText.Read(from);
        fault = day.Fault;
        if (fault is null)
        {
            navigation.NavigateTo(WhatIfView.AddressOf(terms, day.Value), forceLoad: true);
        }
    }

    private static string Word(TrialKind kind) => kind switch
    {
        TrialKind.Target => "方案目标",
        TrialKind.Tolerance => "预警容差",
        TrialKind.Curve => "时序进度",
        TrialKind.Scope => "计入范围",
        TrialKind.Reading => "待确认问题的读法",
        TrialKind.UnitTarget => "分解指标",
        TrialKind.Baseline => "基数",
        TrialKind.Deviation => "认可偏差",
        TrialKind.Input => "填报数",
        TrialKind.Words => "待确认问题的答复（文字）",
    };
}
