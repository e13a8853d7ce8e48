using System.ComponentModel;
using Microsoft.EntityFrameworkCore;
using Tongliao.GreenDev.Application.Access;
using Tongliao.GreenDev.Application.Audit;
using Tongliao.GreenDev.Application.Changes;
using Tongliao.GreenDev.Application.Data;
using Tongliao.GreenDev.Domain.Organisation;
using Tongliao.GreenDev.Domain.Plans;
using Tongliao.GreenDev.Domain.Reporting;
using Tongliao.GreenDev.Domain.Texts;

namespace Tongliao.GreenDev.Application.Checks;

/// <summary>Records what yearbooks say of the city (年鉴全市数); the bureau only.</summary>
public sealed class CityFigureService(WriteTransaction write, PlanCatalogue catalogue)
{
    /// <summary>Adds a figure, or another version of one.</summary>
    /// <exception cref="RefusalException">Not the bureau, unknown, something missing or wrong, or changed since it was read.</exception>
    public async Task<CityFigure> SetAsync(Caller caller, SetCityFigure command, CancellationToken cancellationToken)
    {
        var facts = await catalogue.FactsAsync(caller, cancellationToken);
        return await write.RunAsync(
            caller,
            command,
            async scope =>
            {
                scope.Actor.Require(Act.ManageChecks);
                var (indicator, field) = RequireFitting(facts, command);
                await scope.ReferenceChangedAsync();
                var year = command.Year!.Value;
                var last = await scope.Db.CityFigures.AsNoTracking()
                    .Where(figure => figure.IndicatorId == indicator.Id && figure.Field == command.Field && figure.Year == year)
                    .OrderByDescending(figure => figure.Version).FirstOrDefaultAsync(cancellationToken);
                var subject = new AuditSubject.CityFigure(indicator.Number, command.Field, year);
                await SeenVersion.RequireAsync(
                    scope,
                    command.Version,
                    new CurrentCityFigure(last?.Version ?? 0, last?.Value, last?.Document),
                    $"{year}年第{indicator.Number}项“{field.Label}”的年鉴全市数",
                    subject,
                    AuditKinds.CityFigureSet);
                var figure = new CityFigure
                {
                    IndicatorId = indicator.Id,
                    Field = command.Field,
                    Year = year,
                    Value = command.Value!.Value,
                    Document = TypedText.Document(command.Document)!,
                    Version = (last?.Version ?? 0) + 1,
                    Recorded = scope.Recording,
                };
                scope.Db.CityFigures.Add(figure);
                scope.Audit(AuditKinds.CityFigureSet, subject, last is null ? null : AuditedCityFigure.Of(last), AuditedCityFigure.Of(figure));
                return figure;
            },
            cancellationToken);
    }

    private static (Indicator Indicator, InputField Field) RequireFitting(PlanFacts facts, SetCityFigure command)
    {
        var indicator = facts.Indicator(command.IndicatorNumber);
        var field = indicator.Inputs.FirstOrDefault(input => input.Key == command.Field && input.Key != InputKey.Correction)
            ?? throw RefusalException.NotFound($"指标{indicator.Number}没有这个填报项。");
        var faults = new List<FieldFault>();
        if (command.Year is not { } year || year < facts.Plan.FirstYear || year > facts.Plan.LastYear)
        {
            faults.Add(new FieldFault("year", $"请填写{facts.Plan.FirstYear}至{facts.Plan.LastYear}之间的年度。"));
        }

        if (command.Value is not { } value || !ValueChecks.IsQuantity(value))
        {
            faults.Add(new FieldFault("value", $"请填写全市数（{field.Unit}），不能为负，整数最多12位、小数最多4位。"));
        }

        if (TypedText.Document(command.Document) is null)
        {
            faults.Add(new FieldFault("document", "请填写来源，例如年鉴名称和页码，最多200个字，不能有换行。"));
        }

        faults.Refuse(RefusalCodes.InvalidCheck);
        return (indicator, field);
    }
}

/// <summary>A city figure in the audit.</summary>
internal sealed record AuditedCityFigure([property: DisplayName("全市数")] decimal CityFigure, [property: DisplayName("来源")] string Source) : AuditPayload
{
    public static AuditedCityFigure Of(CityFigure figure) => new(figure.Value, figure.Document);
}
