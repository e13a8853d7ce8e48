using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using Tongliao.GreenDev.Domain.Reporting;

namespace Tongliao.GreenDev.Application.Data;

/// <summary>Stores a quarter as <c>2024Q1</c>, which sorts as it should.</summary>
internal sealed class QuarterConverter() : ValueConverter<Quarter, string>(
    quarter => quarter.ToString(),
    text => Quarter.Parse(text));
