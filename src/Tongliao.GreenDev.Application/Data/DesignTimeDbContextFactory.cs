using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace Tongliao.GreenDev.Application.Data;

/// <summary>The model for <c>dotnet ef</c>, which compares models and opens no connection for it.</summary>
internal sealed class DesignTimeDbContextFactory : IDesignTimeDbContextFactory<GreenDevDbContext>
{
    public GreenDevDbContext CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<GreenDevDbContext>().UseGreenDevDatabase("Host=localhost;Database=design").Options);
}
