using Tongliao.GreenDev.Application;

namespace Tongliao.GreenDev.Web.CommandLine;

/// <summary>What the command line asks for: a verb with its arguments, or to serve.</summary>
public sealed class PortalCall
{
    private readonly VerbWork? work;

    private PortalCall(VerbWork? work) => this.work = work;

    /// <summary>No verb: the portal serves.</summary>
    public bool IsToServe => work is null;

    /// <summary>Whether somebody wants to know what can be asked for; prints it then.</summary>
    public static bool Helps(IReadOnlyList<string> args, TextWriter output)
    {
        var isAsked = args is ["help", ..] || args.Any(argument => argument is "--help" or "-h");
        if (isAsked)
        {
            PrintUsage(output);
        }

        return isAsked;
    }

    /// <summary>Understands the arguments to the last; host settings such as <c>--urls=…</c> are no verb.</summary>
    /// <returns>Null when they are wrong; usage has then been printed.</returns>
    public static PortalCall? Read(IReadOnlyList<string> args, TextWriter errors)
    {
        try
        {
            if (args.Count == 0 || args[0].StartsWith('-'))
            {
                HostSettings.Require(args);
                return new PortalCall(work: null);
            }

            var verb = PortalVerbs.All.FirstOrDefault(v => v.Name == args[0]) ?? throw new UsageException($"没有命令 {args[0]}。");
            var arguments = new VerbArguments([.. args.Skip(1)]);
            var work = verb.Read(arguments);
            arguments.RefuseLeftovers();
            return new PortalCall(work);
        }
        catch (UsageException wrong)
        {
            errors.WriteLine(wrong.Message);
            PrintUsage(errors);
            return null;
        }
    }

    /// <summary>Runs the verb.</summary>
    public async Task<ExitCode> RunAsync(IServiceProvider services, TextWriter errors)
    {
        try
        {
            await work!(services);
            return ExitCode.Done;
        }
        catch (RefusalException refused)
        {
            errors.WriteLine(refused.Message);
            foreach (var fault in refused.Errors.Where(fault => fault.Message != refused.Message))
            {
                errors.WriteLine($"  {fault.Field}：{fault.Message}");
            }

            return ExitCode.Refused;
        }
        catch (IOException unwritable)
        {
            // Files have been answered for by their verbs; this is standard output, for example on a full disk.
            errors.WriteLine($"结果无法输出：{unwritable.Message}");
            return ExitCode.Refused;
        }
    }

    private static void PrintUsage(TextWriter output)
    {
        output.WriteLine("用法（不带命令即启动平台，可用 --urls=地址 指定监听地址）：");
        foreach (var verb in PortalVerbs.All)
        {
            output.WriteLine($"  {verb.Name} {verb.Usage}".TrimEnd() + $"    {verb.Summary}");
        }
    }
}
