using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Platform.GraphQL.Http;

namespace Platform.GraphQL;

/// <summary>Maps the endpoints.</summary>
public static class GraphQLEndpointRouteBuilderExtensions
{
    /// <summary>Maps <paramref name="path"/> (queries, mutations, <c>?sdl</c>, the query page) and <c>{path}/stream</c> (subscriptions).</summary>
    public static IEndpointConventionBuilder MapGraphQL(this IEndpointRouteBuilder routes, string path, IRequestExecutor executor,
        GraphQLHttpOptions? options = null)
    {
        options ??= new GraphQLHttpOptions();
        routes.Map(path + "/stream", new GraphQLStreamEndpoint(executor, options).HandleAsync);
        return routes.Map(path, new GraphQLEndpoint(executor, options).HandleAsync);
    }
}
