using Tongliao.GreenDev.Application.Changes;
using Tongliao.GreenDev.Domain.Reporting;

namespace Tongliao.GreenDev.Application.Submissions;

/// <summary>What a change of a report finds there.</summary>
/// <param name="ByIndicator">The values, by the id of their indicator.</param>
/// <param name="Earlier">What the same person did before under the ids of the change, by id.</param>
internal sealed record ReadValues(IReadOnlyDictionary<int, ReportedValue> ByIndicator, IReadOnlyDictionary<Guid, EarlierAct> Earlier);
