namespace Tongliao.GreenDev.Application.Export;

/// <summary>A document (docx) ready to be sent.</summary>
public sealed record ExportedDocument(string FileName, byte[] Content);
