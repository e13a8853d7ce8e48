using Tongliao.GreenDev.Application.Access;
using Tongliao.GreenDev.Application.Data;
using Tongliao.GreenDev.Application.Rating;
using Tongliao.GreenDev.Domain.Organisation;

namespace Tongliao.GreenDev.Application.Rules;

/// <summary>What a trial (试算) makes of the lights; nothing of it is stored.</summary>
/// <param name="Reader">Who tries.</param>
/// <param name="Facts">The plan as published, and its quarters.</param>
/// <param name="Terms">What is assumed.</param>
/// <param name="From">The day from which it holds.</param>
/// <param name="Changes">Every rating that becomes another one, by quarter, as far as the reader is told it.</param>
/// <param name="Version">Of the rules that were looked at (<see cref="RuleOverview.Version"/>).</param>
public sealed record WhatIf(
    Actor Reader, PlanFacts Facts, IReadOnlyList<RuleTerm> Terms, DateOnly From, IReadOnlyList<ChangedLight> Changes, int Version)
{
    /// <summary>Of quarters that are not locked.</summary>
    public IReadOnlyList<ChangedLight> Open => [.. Changes.Where(change => Facts.LockOf(change.Quarter) is null)];

    /// <summary>Of locked ones: they stay as published unless a 更正 is decided.</summary>
    public IReadOnlyList<ChangedLight> Locked => [.. Changes.Where(change => Facts.LockOf(change.Quarter) is not null)];

    /// <summary>Whether the reader may make it hold: the bureau, and no reported numbers are among it.</summary>
    public bool MayDecide => Reader.May(Act.ManageRules) && Terms.Count > 0 && !Terms.Any(term => term is InputTerm);
}
