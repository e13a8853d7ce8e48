using System.Globalization;
using Tongliao.GreenDev.Domain.Plans;
using Tongliao.GreenDev.Domain.Reporting;
using Tongliao.GreenDev.Domain.TaskProgress;

namespace Tongliao.GreenDev.Application.Audit;

/// <summary>What an audit entry is about. Stored as one line: the word of its kind, then what identifies it.</summary>
public abstract record AuditSubject
{
    private AuditSubject()
    {
    }

    private protected abstract string Stored { get; }

    /// <summary>Whether it is one plan's, so that another plan may have one that is called the same.</summary>
    public virtual bool IsOfPlan => true;

    /// <summary>In Chinese, for example 奈曼旗 2025年三季度 第2项.</summary>
    public abstract string Word(Plan plan);

    /// <summary>As it is stored, for example <c>value 150525/2025Q3/2</c>.</summary>
    public sealed override string ToString() => Stored;

    /// <summary>Reads what <see cref="ToString"/> wrote; null for what no kind would have written.</summary>
    public static AuditSubject? Parse(string stored)
    {
        var space = stored.IndexOf(' ', StringComparison.Ordinal);
        var (kind, key) = space < 0 ? (stored, "") : (stored[..space], stored[(space + 1)..]);
        return (kind, key.Split('/')) switch
        {
            ("value", [var unit, var text, var number]) when Quarter.TryParse(text, out var quarter) && IsNumber(number, out var indicator) =>
                new Value(new ValueKey(unit, quarter, indicator)),
            ("report", [var unit, var text]) when Quarter.TryParse(text, out var quarter) => new Report(new ReportKey(unit, quarter)),
            ("period", [var text]) when Quarter.TryParse(text, out var quarter) => new Period(quarter),
            ("annex", [var text]) when Quarter.TryParse(text, out var quarter) => new Annex(quarter),
            ("ledger", [var text]) when Quarter.TryParse(text, out var quarter) => new Ledger(quarter),
            ("bulletin", [var text]) when Quarter.TryParse(text, out var quarter) => new Bulletin(quarter),
            ("baseline", [var unit, var number]) when IsNumber(number, out var indicator) => new Baseline(unit, indicator),
            ("target", [var unit, var number, var text]) when IsNumber(number, out var indicator) && IsNumber(text, out var year) =>
                new Target(unit, indicator, year),
            ("check", [var number]) when IsNumber(number, out var rule) => new Check(rule),
            ("extension", [var unit, var text]) when Quarter.TryParse(text, out var quarter) => new Extended(unit, quarter),
            ("county-review", [var unit]) => new CountyReview(unit),
            ("city-figure", [var number, var name, var text]) when IsNumber(number, out var indicator) && IsNumber(text, out var year)
                && Enum.TryParse<InputKey>(name, ignoreCase: false, out var field) => new CityFigure(indicator, field, year),
            ("task", [var number, var department, var text]) when Quarter.TryParse(text, out var quarter) && IsNumber(number, out var task) =>
                new TaskReport(new TaskReportKey(task, department, quarter)),
            ("commitment", [var number]) when IsNumber(number, out var commitment) => new Commitment(commitment),
            ("user", [var name]) => new User(name),
            ("unknown-name", [var fingerprint]) => new UnknownName(fingerprint),
            ("token", [var owner, var text]) when Guid.TryParse(text, out var id) => new Token(owner, id),
            ("message", [var text]) when Guid.TryParse(text, out var id) => new Message(id),
            ("address", _) => new Address(key),
            ("plan", [var name]) => new LoadedPlan(name),
            ("demo", [""]) => new DemoData(),
            ("calendar", [""]) => new WorkingDays(),
            ("rules", [""]) => new Rules(),
            ("reference-sheet", [""]) => new ReferenceSheet(),
            _ => null,
        };
    }

    private static bool IsNumber(string text, out int number) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number);

    private static string NameOf(Plan plan, string unitCode) =>
        plan.Units.FirstOrDefault(unit => unit.Code == unitCode)?.ShortName ?? unitCode;

    /// <summary>One value of a report.</summary>
    public sealed record Value(ValueKey Key) : AuditSubject
    {
        private protected override string Stored => $"value {Key}";

        public override string Word(Plan plan) => $"{NameOf(plan, Key.UnitCode)} {Key.Quarter.ChineseName} 第{Key.IndicatorNumber}项";
    }

    /// <summary>A unit's report, as a workbook.</summary>
    public sealed record Report(ReportKey Key) : AuditSubject
    {
        private protected override string Stored => $"report {Key}";

        public override string Word(Plan plan) => $"{NameOf(plan, Key.UnitCode)} {Key.Quarter.ChineseName}填报表";
    }

    /// <summary>填报期.</summary>
    public sealed record Period(Quarter Quarter) : AuditSubject
    {
        private protected override string Stored => $"period {Quarter}";

        public override string Word(Plan plan) => Quarter.ChineseName;
    }

    /// <summary>The annex of a quarter, as a workbook.</summary>
    public sealed record Annex(Quarter Quarter) : AuditSubject
    {
        private protected override string Stored => $"annex {Quarter}";

        public override string Word(Plan plan) => $"附件表 {Quarter.ChineseName}";
    }

    /// <summary>The ledger up to a quarter, as a workbook.</summary>
    public sealed record Ledger(Quarter Quarter) : AuditSubject
    {
        private protected override string Stored => $"ledger {Quarter}";

        public override string Word(Plan plan) => $"监测台账 {Quarter.ChineseName}";
    }

    /// <summary>通报 of a quarter.</summary>
    public sealed record Bulletin(Quarter Quarter) : AuditSubject
    {
        private protected override string Stored => $"bulletin {Quarter}";

        public override string Word(Plan plan) => $"通报 {Quarter.ChineseName}";
    }

    /// <summary>基数.</summary>
    public sealed record Baseline(string UnitCode, int IndicatorNumber) : AuditSubject
    {
        private protected override string Stored => $"baseline {UnitCode}/{IndicatorNumber}";

        public override string Word(Plan plan) => $"{NameOf(plan, UnitCode)} 第{IndicatorNumber}项基数";
    }

    /// <summary>分解指标 of a year.</summary>
    public sealed record Target(string UnitCode, int IndicatorNumber, int Year) : AuditSubject
    {
        private protected override string Stored => $"target {UnitCode}/{IndicatorNumber}/{Year}";

        public override string Word(Plan plan) => $"{NameOf(plan, UnitCode)} 第{IndicatorNumber}项 {Year}年分解指标";
    }

    /// <summary>基数和分解指标总表, as a workbook.</summary>
    public sealed record ReferenceSheet : AuditSubject
    {
        private protected override string Stored => "reference-sheet";

        public override string Word(Plan plan) => "基数和分解指标总表";
    }

    /// <summary>判定规则.</summary>
    public sealed record Rules : AuditSubject
    {
        private protected override string Stored => "rules";

        public override string Word(Plan plan) => "判定规则";
    }

    /// <summary>校核规则.</summary>
    public sealed record Check(int Number) : AuditSubject
    {
        private protected override string Stored => $"check {Number}";

        public override bool IsOfPlan => false;

        public override string Word(Plan plan) => string.Create(CultureInfo.InvariantCulture, $"校核{Number:00}");
    }

    /// <summary>县级审核 of a unit, on or off.</summary>
    public sealed record CountyReview(string UnitCode) : AuditSubject
    {
        private protected override string Stored => $"county-review {UnitCode}";

        public override string Word(Plan plan) => $"{NameOf(plan, UnitCode)} 县级审核设置";
    }

    /// <summary>延期 of a unit in a quarter.</summary>
    public sealed record Extended(string UnitCode, Quarter Quarter) : AuditSubject
    {
        private protected override string Stored => $"extension {UnitCode}/{Quarter}";

        public override string Word(Plan plan) => $"{NameOf(plan, UnitCode)} {Quarter.ChineseName}延期";
    }

    /// <summary>年鉴全市数.</summary>
    public sealed record CityFigure(int IndicatorNumber, InputKey Field, int Year) : AuditSubject
    {
        private protected override string Stored => $"city-figure {IndicatorNumber}/{Field}/{Year}";

        public override string Word(Plan plan)
        {
            var label = plan.Indicators.FirstOrDefault(indicator => indicator.Number == IndicatorNumber)?.Inputs.FirstOrDefault(input => input.Key == Field)?.Label;
            return $"{Year}年 第{IndicatorNumber}项“{label ?? Field.ToString()}”年鉴全市数";
        }
    }

    /// <summary>任务进展 of a department in a quarter.</summary>
    public sealed record TaskReport(TaskReportKey Key) : AuditSubject
    {
        private protected override string Stored => $"task {Key}";

        public override string Word(Plan plan) =>
            $"任务{Key.TaskNumber} {plan.Departments.FirstOrDefault(department => department.Id == Key.DepartmentId)?.ShortName ?? Key.DepartmentId} {Key.Quarter.ChineseName}进展";
    }

    /// <summary>附件外承诺.</summary>
    public sealed record Commitment(int Number) : AuditSubject
    {
        private protected override string Stored => $"commitment {Number}";

        public override string Word(Plan plan) => $"附件外承诺{Number}";
    }

    /// <summary>An account.</summary>
    public sealed record User(string LoginName) : AuditSubject
    {
        private protected override string Stored => $"user {LoginName}";

        public override bool IsOfPlan => false;

        public override string Word(Plan plan) => $"账号 {LoginName}";
    }

    /// <summary>A name that nobody has: only a fingerprint, since people type their password into the wrong field.</summary>
    public sealed record UnknownName(string Fingerprint) : AuditSubject
    {
        private protected override string Stored => $"unknown-name {Fingerprint}";

        public override bool IsOfPlan => false;

        public override string Word(Plan plan) => $"未知登录名（摘要 {Fingerprint}）";
    }

    /// <summary>接口令牌.</summary>
    public sealed record Token(string OwnerName, Guid Id) : AuditSubject
    {
        private protected override string Stored => $"token {OwnerName}/{Id}";

        public override bool IsOfPlan => false;

        public override string Word(Plan plan) => $"令牌 {OwnerName}/{Id}";
    }

    /// <summary>发送记录: one message.</summary>
    public sealed record Message(Guid Id) : AuditSubject
    {
        private protected override string Stored => $"message {Id}";

        public override bool IsOfPlan => false;

        public override string Word(Plan plan) => $"消息 {Id}";
    }

    /// <summary>A page, a file or a call.</summary>
    public sealed record Address(string Path) : AuditSubject
    {
        private protected override string Stored => $"address {Path}";

        public override bool IsOfPlan => false;

        public override string Word(Plan plan) => $"地址 {Path}";
    }

    /// <summary>A plan as it was loaded from its file.</summary>
    public sealed record LoadedPlan(string Key) : AuditSubject
    {
        private protected override string Stored => $"plan {Key}";

        public override bool IsOfPlan => false;

        public override string Word(Plan plan) => $"方案 {Key}";
    }

    /// <summary>工作日历.</summary>
    public sealed record WorkingDays : AuditSubject
    {
        private protected override string Stored => "calendar";

        public override bool IsOfPlan => false;

        public override string Word(Plan plan) => "工作日历";
    }

    /// <summary>演示数据.</summary>
    public sealed record DemoData : AuditSubject
    {
        private protected override string Stored => "demo";

        public override bool IsOfPlan => false;

        public override string Word(Plan plan) => "演示数据";
    }
}
