global using Tongliao.GreenDev.Domain.Plans;
global using Tongliao.GreenDev.Domain.Rating;
global using Tongliao.GreenDev.Domain.Reporting;
global using Tongliao.GreenDev.TestCommon;
global using Xunit;
