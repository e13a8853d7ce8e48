namespace Tongliao.GreenDev.EmbeddedPostgres;

/// <summary>The embedded PostgreSQL cannot be used; the message (Chinese) says why and what to do.</summary>
public sealed class EmbeddedServerException : Exception
{
    public EmbeddedServerException()
    {
    }

    public EmbeddedServerException(string message) : base(message)
    {
    }

    public EmbeddedServerException(string message, Exception? innerException) : base(message, innerException)
    {
    }
}
