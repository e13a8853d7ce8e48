namespace Tongliao.GreenDev.Application.Export;

/// <summary>A workbook ready to be sent.</summary>
public sealed record ExportedWorkbook(string FileName, byte[] Content);
