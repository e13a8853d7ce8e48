using Microsoft.OpenApi;

namespace Tongliao.GreenDev.Web.Api.Description;

/// <summary>The OpenAPI document. It names no data and no person, so that a program may read it before it has a token.</summary>
internal static class PortalDescription
{
    private const string Document = "v1";
    private const string Bearer = "bearer";

    public static void AddPortalDescription(this IServiceCollection services) => services.AddOpenApi(Document, static openApi =>
    {
        openApi.ShouldInclude = static endpoint => endpoint.RelativePath is { } path
            && (path.StartsWith("api/", StringComparison.Ordinal) || path.StartsWith("exports/", StringComparison.Ordinal));
        openApi.AddDocumentTransformer(static (document, _, _) =>
        {
            Introduce(document);
            return Task.CompletedTask;
        });
        openApi.AddOperationTransformer(static (operation, context, _) =>
        {
            DescribedOperation.Describe(operation, context.Description.RelativePath!);
            return Task.CompletedTask;
        });
        openApi.AddSchemaTransformer(static (schema, context, _) =>
        {
            DescribedSchema.Describe(schema, context);
            return Task.CompletedTask;
        });
    });

    private static void Introduce(OpenApiDocument document)
    {
        document.Info = new OpenApiInfo
        {
            Title = "通辽市城乡建设绿色发展指标填报与监测平台接口",
            Version = Document,
            Description = "JSON，UTF-8；数字不失精度；季度写作2024Q1，地区用区划代码（全市150500），指标用附件序号1–21。"
                + "出错时返回RFC 9457问题详情，code稳定不变，errors按字段列出。",
        };
        document.Servers = [];
        document.Components ??= new OpenApiComponents();
        document.Components.SecuritySchemes ??= new Dictionary<string, IOpenApiSecurityScheme>();
        document.Components.SecuritySchemes[Bearer] = new OpenApiSecurityScheme
        {
            Type = SecuritySchemeType.Http,
            Scheme = Bearer,
            Description = "接口令牌，权限与其所属用户相同。",
        };
        document.Security = [new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference(Bearer, document)] = [] }];
    }
}
