using Tongliao.GreenDev.Application.Access;
using Tongliao.GreenDev.Domain.Verification;

namespace Tongliao.GreenDev.Application.Verification;

/// <summary>What is asked of a source of facts.</summary>
/// <param name="Caller">Who reads, with the file's plan; null for the system itself.</param>
/// <param name="Plan">Key of the file's plan.</param>
/// <param name="File">As it was exported.</param>
/// <param name="Keys">What it said something of; each of the source's kind.</param>
public sealed record FactQuestion(Caller? Caller, string Plan, ExportedFile File, IReadOnlyCollection<string> Keys);
