namespace Tongliao.GreenDev.EndToEnd.Tests;

/// <summary>What is on the pages can be read and touched: measured in the browser, as it is drawn.</summary>
public sealed class LegibilityTests(PortalBrowser browser, DemoPortal portal) : IClassFixture<DemoPortal>
{
    /// <summary>Every visible text with its size, and every control with its box. A link within a sentence is as high as its line.</summary>
    private const string Measure = """
        () => {
          const nameOf = element => `${element.tagName.toLowerCase()}.${element.className} “${element.textContent.trim().slice(0, 20)}”`;
          const isShown = element => element.checkVisibility({ visibilityProperty: true }) && !element.closest('.sr-only, [hidden], .skip, dialog:not([open])')
            && element.getClientRects().length > 0;
          const hasText = element => [...element.childNodes].some(node => node.nodeType === Node.TEXT_NODE && node.textContent.trim() !== '');
          const faults = [];
          for (const element of document.body.querySelectorAll('*')) {
            if (isShown(element) && hasText(element) && parseFloat(getComputedStyle(element).fontSize) < 12) {
              faults.push(`${getComputedStyle(element).fontSize}: ${nameOf(element)}`);
            }
          }
          const isInSentence = link => link.matches('a') && getComputedStyle(link).display === 'inline' && hasText(link.parentElement);
          for (const control of document.querySelectorAll('a[href], button, summary, select, input:not([type=hidden]), textarea')) {
            const target = control.closest('label') ?? control;
            const { width, height } = target.getBoundingClientRect();
            if (isShown(control) && (width < 24 || height < 24) && !isInSentence(control)) {
              faults.push(`${Math.round(width)}×${Math.round(height)}: ${nameOf(control)}`);
            }
          }
          return faults;
        }
        """;

    /// <summary>Units that are broken over two lines, where the parts of a text lie at different heights, or that hang out of their cell.</summary>
    private const string BrokenUnits = """
        () => {
          const broken = [];
          const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
          while (texts.nextNode()) {
            const node = texts.currentNode;
            for (const unit of node.data.matchAll(/公里\/\u2060?平方公里/g)) {
              const range = document.createRange();
              range.setStart(node, unit.index);
              range.setEnd(node, unit.index + unit[0].length);
              if (new Set([...range.getClientRects()].map(box => Math.round(box.top))).size > 1) {
                broken.push(node.data.trim().slice(0, 60));
              }
              const cell = node.parentElement.closest('.sr-only') ? null : node.parentElement.closest('td');
              if (cell && range.getBoundingClientRect().right > cell.getBoundingClientRect().right + 1) {
                broken.push(`out of its cell: ${node.data.trim().slice(0, 60)}`);
              }
            }
          }
          return broken;
        }
        """;

    private const string MarksOutsideTheirCells = """
        () => [...document.querySelectorAll('td sup')].filter(mark => {
          const [inner, outer] = [mark.getBoundingClientRect(), mark.closest('td').getBoundingClientRect()];
          return inner.top < outer.top || inner.left < outer.left || inner.right > outer.right || inner.bottom > outer.bottom;
        }).map(mark => JSON.stringify([mark.closest('td').dataset.cell, mark.getBoundingClientRect(), mark.closest('td').getBoundingClientRect()]))
        """;

    public static TheoryData<string, string> Pages() => new()
    {
        { "naiman-tb", "/" },
        { "naiman-tb", "/entry" },
        { "naiman-tb", "/history/150525/2025Q4/10" },
        { "naiman-tb", "/account" },
        { "naiman-tb", "/account/password" },
        { "kailu-sh", "/" },
        { "kailu-sh", "/review/county?period=2025Q4" },
        { "lingdao", "/" },
        { "lingdao", "/dashboard" },
        { "lingdao", "/dashboard?period=2025Q3&cell=4-150502" },
        { "lingdao", "/indicators" },
        { "lingdao", "/indicators/4" },
        { "lingdao", "/tasks" },
        { "lingdao", "/tasks/5" },
        { "lingdao", "/plan" },
        { "lingdao", "/plan/questions" },
        { "lingdao", "/plan/commitments" },
        { "lingdao", "/departments" },
        { "lingdao", "/departments/zhujian" },
        { "zhujian", "/" },
        { "zhujian", "/review?period=2025Q4" },
        { "zhujian", "/review/150502?period=2025Q4" },
        { "zhujian", "/admin" },
        { "zhujian", "/admin/periods" },
        { "zhujian", "/admin/baselines" },
        { "zhujian", "/admin/targets?indicator=20&year=2025" },
        { "admin", "/" },
        { "admin", "/admin/users" },
        { "shenji", "/audit" },
    };

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Page_OnAPhone_HasNoTinyTextAndNoTinyTarget(string loginName, string address)
    {
        await using var visitor = await portal.SignInAsync(browser, loginName);
        await visitor.Page.SetViewportSizeAsync(390, 844);
        var answer = await visitor.Page.GotoAsync(address);

        Assert.True(answer!.Ok, $"{address} answered {answer.Status}.");
        AssertNone(await visitor.Page.EvaluateAsync<string[]>(Measure));
        AssertNone(await visitor.Page.EvaluateAsync<string[]>(BrokenUnits));
        await visitor.Page.SetViewportSizeAsync(1366, 768);
        AssertNone(await visitor.Page.EvaluateAsync<string[]>(BrokenUnits));
    }

    [Theory]
    [InlineData(1366, 768)]
    [InlineData(390, 844)]
    public async Task Matrix_ProvisionalMark_StaysInItsCell(int width, int height)
    {
        await using var visitor = await portal.SignInAsync(browser, "lingdao");
        await visitor.Page.SetViewportSizeAsync(width, height);
        await visitor.Page.GotoAsync("/dashboard?period=2025Q3");

        await Expect(visitor.Page.Locator("td sup")).Not.ToHaveCountAsync(0);
        AssertNone(await visitor.Page.EvaluateAsync<string[]>(MarksOutsideTheirCells));
    }

    private static void AssertNone(string[] faults) => Assert.True(faults.Length == 0, string.Join('\n', faults.Distinct()));
}
