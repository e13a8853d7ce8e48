using Tongliao.GreenDev.Domain.Plans;

namespace Tongliao.GreenDev.Application.Rules;

/// <summary>An open question with how it is read.</summary>
/// <param name="Question">What is open.</param>
/// <param name="Readings">Each with the lights that it would make others than they are; none for a reader of no values, or where only a definition is open.</param>
/// <param name="Answers">The latest first.</param>
public sealed record QuestionLine(OpenQuestion Question, IReadOnlyList<ReadingLine> Readings, IReadOnlyList<AnsweredQuestion> Answers);
