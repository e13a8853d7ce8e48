namespace Tongliao.GreenDev.Application.Data;

/// <summary>The embedded PostgreSQL cannot be used; the message (Chinese) says why and what to do.</summary>
public sealed class EmbeddedPostgresException : Exception
{
    public EmbeddedPostgresException()
    {
    }

    public EmbeddedPostgresException(string message) : base(message)
    {
    }

    public EmbeddedPostgresException(string message, Exception? innerException) : base(message, innerException)
    {
    }
}
