using System.Text.Json;
using System.Text.Json.Serialization;
using Coordination.Domain.Documents;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;

namespace Coordination.Api.Documents;

/// <summary>Why an upload is refused.</summary>
/// <param name="Status">HTTP status.</param>
public sealed record UploadProblem(int Status, string Code, string Field);

/// <summary>
/// Reads <c>multipart/form-data</c> with two parts, in this order: <c>metadata</c> (JSON) and <c>file</c>. The content stays in memory: nothing about
/// a person is written unsealed to a disk.
/// </summary>
public static class DocumentUpload
{
    private const int LongestMetadata = 16 * 1024;

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseUpper, allowIntegerValues: false) },
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectRequiredConstructorParameters = true,
        RespectNullableAnnotations = true,
    };

    /// <summary>What was sent, or why not.</summary>
    public static async Task<(DocumentMetadata? Metadata, byte[] Content, UploadProblem? Problem)> ReadAsync(HttpContext http)
    {
        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit) limit.MaxRequestBodySize = DepositDocument.MaximumSize + (64 * 1024);
        if (!MediaTypeHeaderValue.TryParse(http.Request.ContentType, out var type) || !type.MediaType.Equals("multipart/form-data", StringComparison.OrdinalIgnoreCase)
            || HeaderUtilities.RemoveQuotes(type.Boundary).Value is not { Length: > 0 and <= 200 } boundary)
            return (null, [], new(StatusCodes.Status415UnsupportedMediaType, "MULTIPART_EXPECTED", "content-type"));
        try
        {
            var reader = new MultipartReader(boundary, http.Request.Body);
            var metadata = await PartAsync(reader, "metadata", LongestMetadata, http.RequestAborted);
            if (metadata.Problem is { } wrong) return (null, [], wrong);
            if (Parse(metadata.Content) is not { } read) return (null, [], new(StatusCodes.Status400BadRequest, "INVALID_INPUT", "metadata"));
            var (file, problem) = await PartAsync(reader, "file", DepositDocument.MaximumSize, http.RequestAborted);
            return (read, file, problem);
        }
        catch (BadHttpRequestException e) when (e.StatusCode is StatusCodes.Status413PayloadTooLarge)
        {
            return (null, [], new(StatusCodes.Status413PayloadTooLarge, "DOCUMENT_TOO_LARGE", "file"));
        }
        catch (Exception e) when (e is IOException or InvalidDataException && !http.RequestAborted.IsCancellationRequested)
        {
            return (null, [], new(StatusCodes.Status400BadRequest, "INVALID_INPUT", "file"));
        }
    }

    private static async Task<(byte[] Content, UploadProblem? Problem)> PartAsync(MultipartReader reader, string name, long most, CancellationToken cancellation)
    {
        var section = await reader.ReadNextSectionAsync(cancellation);
        if (section?.GetContentDispositionHeader()?.Name.Value != name) return ([], new(StatusCodes.Status400BadRequest, "INVALID_INPUT", name));
        using var bytes = new MemoryStream();
        var buffer = new byte[64 * 1024];
        for (int read; (read = await section.Body.ReadAsync(buffer, cancellation)) > 0;)
        {
            if (bytes.Length + read > most) return ([], new(StatusCodes.Status413PayloadTooLarge, "DOCUMENT_TOO_LARGE", name));
            bytes.Write(buffer, 0, read);
        }

        return (bytes.ToArray(), null);
    }

    private static DocumentMetadata? Parse(byte[] json)
    {
        try
        {
            return JsonSerializer.Deserialize<DocumentMetadata>(json, Json);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
