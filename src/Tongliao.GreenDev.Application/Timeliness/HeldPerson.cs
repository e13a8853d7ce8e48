using Tongliao.GreenDev.Domain.Organisation;

namespace Tongliao.GreenDev.Application.Timeliness;

/// <summary>Somebody of a county who may be asked for a report.</summary>
internal sealed record HeldPerson(Guid Id, int UnitId, UserRole Role, DateTimeOffset? LastSignInAt);
