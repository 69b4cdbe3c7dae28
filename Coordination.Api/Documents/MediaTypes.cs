using System.Text;
using Coordination.Domain.Documents;

namespace Coordination.Api.Documents;

/// <summary>What a content is, by its bytes: a name or a header says nothing.</summary>
public static class MediaTypes
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>The type; null for one that is not kept.</summary>
    public static MediaType? Of(ReadOnlySpan<byte> content) => content switch
    {
        _ when content.StartsWith("%PDF-"u8) => MediaType.Pdf,
        [0xFF, 0xD8, 0xFF, ..] => MediaType.Jpeg,
        [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, ..] => MediaType.Png,
        [0x49, 0x49, 0x2A, 0x00, ..] or [0x4D, 0x4D, 0x00, 0x2A, ..] => MediaType.Tiff,
        _ => IsText(content) ? MediaType.PlainText : null,
    };

    /// <summary>The type on the wire.</summary>
    public static string Name(MediaType type) => type switch
    {
        MediaType.Pdf => "application/pdf",
        MediaType.Jpeg => "image/jpeg",
        MediaType.Png => "image/png",
        MediaType.Tiff => "image/tiff",
        _ => "text/plain; charset=utf-8",
    };

    /// <summary>The ending of a file of this type.</summary>
    public static string Ending(MediaType type) => type switch
    {
        MediaType.Pdf => "pdf",
        MediaType.Jpeg => "jpg",
        MediaType.Png => "png",
        MediaType.Tiff => "tif",
        _ => "txt",
    };

    private static bool IsText(ReadOnlySpan<byte> content)
    {
        foreach (var b in content)
            if (b < 0x20 && b is not (0x09 or 0x0A or 0x0D)) return false;
        try
        {
            return Strict.GetCharCount(content) > 0;
        }
        catch (DecoderFallbackException)
        {
            return false;
        }
    }
}
