using System.Text.Json;

namespace Platform.EventStore;

/// <summary>Every event type with its stored alias and version; complete before the store is made.</summary>
public sealed class EventGraph
{
    private readonly Dictionary<Type, EventMapping> _byType = [];
    private readonly Dictionary<string, EventMapping> _byAlias = [];
    private readonly Dictionary<(string Alias, int From), Func<JsonElement, JsonElement>> _upcasts = [];

    /// <summary>All mappings.</summary>
    public IEnumerable<EventMapping> All => _byType.Values;

    /// <summary>Stores <typeparamref name="T"/> as <paramref name="alias"/> at <paramref name="version"/> of its body.</summary>
    /// <exception cref="StoreConfigurationException">The alias or the type is mapped already, or the alias is not in lower snake case.</exception>
    public EventGraph Map<T>(string alias, int version = 1) where T : notnull
    {
        if (alias.Length == 0 || !alias.All(c => c is (>= 'a' and <= 'z') or (>= '0' and <= '9') or '_'))
            throw new StoreConfigurationException($"Event alias '{alias}' must be lower snake case.");
        if (version < 1) throw new StoreConfigurationException($"Event alias '{alias}': version must be at least 1.");
        var mapping = EventMapping.Of<T>(alias, version);
        if (!_byAlias.TryAdd(alias, mapping)) throw new StoreConfigurationException($"Event alias '{alias}' is mapped twice.");
        if (!_byType.TryAdd(typeof(T), mapping)) throw new StoreConfigurationException($"Event type {typeof(T).Name} is mapped twice.");
        return this;
    }

    /// <summary>Turns a body stored at <paramref name="fromVersion"/> into one of the next version. Must be pure.</summary>
    /// <exception cref="StoreConfigurationException">The step is given already.</exception>
    public EventGraph Upcast(string alias, int fromVersion, Func<JsonElement, JsonElement> upcast)
    {
        if (!_upcasts.TryAdd((alias, fromVersion), upcast)) throw new StoreConfigurationException($"Upcast of '{alias}' from {fromVersion} is given twice.");
        return this;
    }

    /// <summary>The stored alias of an event type.</summary>
    /// <exception cref="StoreConfigurationException">The type is not mapped.</exception>
    public string AliasFor(Type type) => MappingFor(type).Alias;

    /// <summary>The mapping of an event type.</summary>
    /// <exception cref="StoreConfigurationException">The type is not mapped.</exception>
    public EventMapping MappingFor(Type type) =>
        _byType.TryGetValue(type, out var mapping) ? mapping : throw new StoreConfigurationException($"Event type {type.Name} has no alias.");

    /// <summary>The mapping of an alias; null if unknown.</summary>
    public EventMapping? Find(string alias) => _byAlias.GetValueOrDefault(alias);

    internal object Read(string alias, int storedVersion, string json, JsonSerializerOptions options)
    {
        var mapping = Find(alias) ?? throw new UnreadableEventException(alias, storedVersion, null);
        try
        {
            if (storedVersion == mapping.Version) return JsonSerializer.Deserialize(json, mapping.Type, options)!;
            using var document = JsonDocument.Parse(json);
            var body = document.RootElement;
            for (var v = storedVersion; v < mapping.Version; v++) body = _upcasts[(alias, v)](body);
            return body.Deserialize(mapping.Type, options)!;
        }
        catch (Exception error) when (error is JsonException or KeyNotFoundException or InvalidOperationException or FormatException or ArgumentException)
        {
            throw new UnreadableEventException(alias, storedVersion, error);
        }
    }

    internal void Check()
    {
        foreach (var m in All)
            for (var v = 1; v < m.Version; v++)
                if (!_upcasts.ContainsKey((m.Alias, v))) throw new StoreConfigurationException($"Event alias '{m.Alias}' is at version {m.Version} and has no upcast from {v}.");
        foreach (var (alias, from) in _upcasts.Keys)
            if (Find(alias) is not { } m || from >= m.Version) throw new StoreConfigurationException($"Upcast of '{alias}' from {from} leads nowhere.");
    }
}
