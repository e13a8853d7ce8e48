using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using Tongliao.GreenDev.Application.Data;
using Tongliao.GreenDev.Application.Rating;
using Tongliao.GreenDev.Application.Rules;
using Tongliao.GreenDev.Domain.Plans;
using Tongliao.GreenDev.Domain.Rating;
using Tongliao.GreenDev.Domain.Reporting;
using Tongliao.GreenDev.Web.Api.Json;

namespace Tongliao.GreenDev.Web.Api;

/// <summary>What decides a light (判定规则), and trials of it (试算).</summary>
internal static class RuleEndpoints
{
    public static void MapRules(this RouteGroupBuilder api)
    {
        api.MapGet("/rules", static async (ApiCaller caller, RuleQueries rules, CancellationToken cancellationToken) =>
                RulesAnswer.Of(await rules.OverviewAsync(caller, cancellationToken)))
            .Says("读取判定规则：各指标现行的目标、容差、时序进度、计入范围和历次调整，待确认问题的读法和历次答复，有权查看的单位的认可偏差；version供调整时带回");
        api.MapPost("/rules/decisions", DecideAsync)
            .Says(
                "调整判定规则、答复待确认问题、下达分解指标、录入基数或认可偏差（仅市住建局）。terms每项一种写法：target.指标.年~目标值，tolerance.指标~容差，curve.指标~四个百分数以_相连，scope.指标~all或central，reading.问题~读法，words.问题~答复，own.单位.指标.年~分解指标，base.单位.指标~各填报项以_相连，deviation.单位.指标~认可偏差的截止日期（none为撤销）；已锁定的季度保持原样，correction为true时一并更正并各增加一个发布版本",
                403, 404, 409, 422)
            .TakesJson();
        api.MapGet("/rules/trial", TryAsync)
            .Says("试算：term可写多个，写法同上，另可用input.单位.季度.指标~各填报项；列出会改变的每一处结果（period只看一个季度），不保存；县级只能试算本地区的数", 403, 404, 422);
    }

    private static async Task<DecidedAnswer> DecideAsync(
        ApiCaller caller, DecisionRequest body, RuleService rules, CancellationToken cancellationToken)
    {
        var command = new DecideRules(
            RuleTermText.Read([.. body.Terms ?? []]), body.EffectiveFrom, body.Document, body.DecidedBy, body.Reason, body.Correction, body.Version);
        return DecidedAnswer.Of(await rules.DecideAsync(caller, command, cancellationToken));
    }

    private static async Task<TrialAnswer> TryAsync(
        ApiCaller caller, string[]? term, DateOnly? from, string? period, WhatIfQueries trials, CancellationToken cancellationToken) =>
        TrialAnswer.Of(await trials.TryAsync(caller, RuleTermText.Read(term ?? []), from, Quarter.ReadOptional(period), cancellationToken));
}

/// <summary>A decision as a program sends it.</summary>
/// <param name="Terms">What changes.</param>
/// <param name="EffectiveFrom">The day from which it holds.</param>
/// <param name="Document">依据文件.</param>
/// <param name="DecidedBy">决定机关.</param>
/// <param name="Reason">Why.</param>
/// <param name="Correction">更正: also of locked quarters.</param>
/// <param name="Version">Of the rules that were read; left out to follow whatever stands there.</param>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record DecisionRequest(
    [property: Required] IReadOnlyList<string>? Terms = null,
    [property: Required] DateOnly? EffectiveFrom = null,
    [property: Required, JsonConverter(typeof(StorableTextConverter))] string? Document = null,
    [property: Required, JsonConverter(typeof(StorableTextConverter))] string? DecidedBy = null,
    [property: Required, JsonConverter(typeof(StorableTextConverter))] string? Reason = null,
    bool Correction = false,
    int? Version = null);

/// <summary>The releases that a decision made.</summary>
internal sealed record DecidedAnswer(IReadOnlyList<string> Releases)
{
    public static DecidedAnswer Of(IReadOnlyList<Release> releases) => new([.. releases.Select(release => $"{release.Quarter}/{release.Number}")]);
}

/// <summary>All rules.</summary>
internal sealed record RulesAnswer(
    int Version, IReadOnlyList<RuleAnswer> Indicators, IReadOnlyList<RuleQuestionAnswer> Questions, IReadOnlyList<DeviationAnswer> Deviations)
{
    public static RulesAnswer Of(RuleOverview overview) => new(
        overview.Version,
        [.. overview.Rules.Select(RuleAnswer.Of)],
        [.. overview.Questions.Select(RuleQuestionAnswer.Of)],
        [.. overview.Deviations.Select(line => DeviationAnswer.Of(overview.Facts, line))]);
}

/// <summary>What one indicator is judged by today, and its amendments, the latest first.</summary>
internal sealed record RuleAnswer(
    int Indicator, IReadOnlyList<RuleTargetAnswer> Targets, decimal Tolerance, IReadOnlyList<decimal> ProgressCurve, CityScope CityScope, bool UncorrectedLoss, IReadOnlyList<RuleVersionAnswer> Versions)
{
    public static RuleAnswer Of(RuleLine line) => new(
        line.Published.Number,
        [.. line.Now.Targets.Select(target => new RuleTargetAnswer(target.Year, target.PrintedSign, target.Value, target.Basis))],
        line.Now.Tolerance.Value,
        line.Now.ProgressCurve,
        line.Now.CityScope,
        line.Now.RatesUncorrectedLoss,
        [.. line.Versions.Select(version => RuleVersionAnswer.Of(RuleWords.Of(line.Published, version.Change), version.Version, version.QuestionId, version.Decision, version.Recorded))]);
}

/// <summary>An accepted deviation (认可偏差).</summary>
/// <param name="Region">Whose, also a whole.</param>
/// <param name="Indicator">Of what.</param>
/// <param name="Until">The last day; null where it withdraws what held before.</param>
/// <param name="Holds">Whether it holds today.</param>
/// <param name="Decision">By what.</param>
internal sealed record DeviationAnswer(string Region, int Indicator, DateOnly? Until, bool Holds, RuleVersionAnswer Decision)
{
    public static DeviationAnswer Of(PlanFacts facts, DeviationLine line) => new(
        line.Unit.Code,
        line.Indicator.Number,
        line.Deviation.Until,
        line.Holds,
        RuleVersionAnswer.Of(
            RuleWords.Of(facts, new DeviationTerm(line.Unit.Code, line.Indicator.Number, line.Deviation.Until)), line.Deviation.Version, question: null, line.Deviation.Decision, line.Deviation.Recorded));
}

/// <summary>A year's target.</summary>
internal sealed record RuleTargetAnswer(int Year, string Operator, decimal Value, TargetBasis Basis);

/// <summary>A version with the document behind it.</summary>
internal sealed record RuleVersionAnswer(
    int Version, string Content, string? Question, DateOnly EffectiveFrom, string Document, string DecidedBy, string Reason, bool Correction, DateTimeOffset At, string By)
{
    public static RuleVersionAnswer Of(string content, int version, string? question, RuleDecision decision, Recording recorded) => new(
        version, content, question, decision.EffectiveFrom, decision.Document, decision.DecidedBy, decision.Reason, decision.IsCorrection, recorded.At, recorded.ByName);
}

/// <summary>An open question with its readings and answers.</summary>
internal sealed record RuleQuestionAnswer(string Id, IReadOnlyList<RuleReadingAnswer> Readings, IReadOnlyList<RuleVersionAnswer> Answers)
{
    public static RuleQuestionAnswer Of(QuestionLine line) => new(
        line.Question.Id,
        [.. line.Readings.Select(reading => new RuleReadingAnswer(
            reading.Reading.Key, reading.Reading.Words, reading.Reading.IsDefault, reading.Holds, [.. reading.Changes.Select(LightChangeAnswer.Of)]))],
        [.. line.Answers.Select(answer => RuleVersionAnswer.Of(answer.Words, answer.Version, question: null, answer.Decision, answer.Recorded))]);
}

/// <summary>A reading with the lights that it would make others than they are.</summary>
internal sealed record RuleReadingAnswer(string Key, string Words, bool Default, bool Holds, IReadOnlyList<LightChangeAnswer> Changes);

/// <summary>What a trial makes of the lights.</summary>
/// <param name="From">The day from which it holds.</param>
/// <param name="Version">Of the rules that were looked at.</param>
/// <param name="Open">Changes in quarters that are not locked.</param>
/// <param name="Locked">Changes in locked ones, which only a 更正 makes.</param>
internal sealed record TrialAnswer(DateOnly From, int Version, IReadOnlyList<LightChangeAnswer> Open, IReadOnlyList<LightChangeAnswer> Locked)
{
    public static TrialAnswer Of(WhatIf trial) => new(
        trial.From, trial.Version, [.. trial.Open.Select(LightChangeAnswer.Of)], [.. trial.Locked.Select(LightChangeAnswer.Of)]);
}

/// <summary>A rating that becomes another one.</summary>
internal sealed record LightChangeAnswer(string Period, string Region, int Indicator, RagStatus Before, RagStatus After, string ValueBefore, string ValueAfter)
{
    public static LightChangeAnswer Of(ChangedLight change) => new(
        change.Quarter.ToString(), change.Unit.Code, change.Before.Indicator.Number, change.Before.State, change.After.State, change.Before.Words.CellWithUnit, change.After.Words.CellWithUnit);
}
