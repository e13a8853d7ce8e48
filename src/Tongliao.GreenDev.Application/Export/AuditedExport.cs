using System.ComponentModel;
using Tongliao.GreenDev.Application.Audit;
using Tongliao.GreenDev.Application.Rating;

namespace Tongliao.GreenDev.Application.Export;

/// <summary>An export in the audit.</summary>
/// <param name="FileName">Under which it was sent.</param>
/// <param name="Basis">Which values count in it; null where it has none.</param>
internal sealed record AuditedExport([property: DisplayName("文件")] string FileName, [property: DisplayName("口径")] FigureBasis? Basis) : AuditPayload;
