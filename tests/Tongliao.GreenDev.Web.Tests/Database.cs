using Tongliao.GreenDev.TestCommon;

[assembly: AssemblyFixture(typeof(PostgresFixture))]
