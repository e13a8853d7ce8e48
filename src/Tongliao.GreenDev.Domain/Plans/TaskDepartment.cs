namespace Tongliao.GreenDev.Domain.Plans;

/// <summary>A department responsible for a task.</summary>
/// <param name="Order">Place in the list, from 1.</param>
/// <param name="DepartmentId">Identifier of the department.</param>
/// <param name="PrintedName">The name as printed, with 市 left out where the list leaves it out.</param>
public sealed record TaskDepartment(int Order, string DepartmentId, string PrintedName);
