using Coordination.Domain.Assessment;

namespace Coordination.Tests.Assessment;

/// <summary>The official algorithm (CASF annex 2-2): its thresholds one by one, and every combination there is.</summary>
public sealed class AggirSpecs
{
    private static readonly Modality[][] All = [.. Enumerable.Range(0, 6561).Select(n =>
    {
        var modalities = new Modality[8];
        for (var i = 0; i < 8; i++, n /= 3) modalities[i] = (Modality)(n % 3);
        return modalities;
    })];

    // Sums by hand from the annex's tables; the letters stand in its order: coherence, orientation, washing, dressing, eating,
    // elimination, transfers, indoors.
    [Theory]
    [InlineData("CCCCCCCC", 'A', 4440, 1, 1)] // everything lost
    [InlineData("CCBBBBCB", 'A', 4100, 3, 2)] // 2000+1200+16+16+20+16+800+32
    [InlineData("CCCCCCBC", 'A', 3760, 3, 2)] // 2000+1200+40+40+60+100+120+200
    [InlineData("CCAACCCC", 'A', 4360, 2, 2)] // 80 short of the whole: rank 2
    [InlineData("CBCCCCCC", 'B', 2580, 4, 2)] // A gives 3240: below 3390
    [InlineData("BACCCCCC", 'C', 1700, 5, 2)] // mind nearly whole, body lost
    [InlineData("AACCCCCC", 'C', 1700, 5, 2)]
    [InlineData("AACCCCCB", 'D', 4400, 7, 2)]
    [InlineData("CCCCCCCA", 'A', 4240, 2, 2)] // everything lost but moving indoors
    [InlineData("ABCABCAA", 'E', 1300, 8, 3)]
    [InlineData("AACCAAAA", 'F', 1000, 9, 3)]
    [InlineData("AAAACACA", 'D', 4000, 7, 2)]
    [InlineData("CCAAAAAA", 'B', 2700, 4, 2)]
    [InlineData("CAAAAAAA", 'H', 0, 13, 6)] // coherence alone weighs nothing below function B
    [InlineData("AAAAAAAC", 'H', 1000, 13, 6)] // moving indoors alone reaches no threshold
    [InlineData("AAAAAAAA", 'H', 0, 13, 6)]
    [InlineData("AABAAAAA", 'H', 2000, 12, 5)]
    [InlineData("AABBAAAA", 'H', 4000, 11, 4)]
    [InlineData("AABBBBAA", 'G', 800, 10, 4)]
    public void Given_modalities_When_computed_Then_function_sum_rank_and_group(string letters, char function, int sum, int rank, int gir) =>
        Aggir.Compute([.. letters.Select(c => (Modality)(c - 'A'))]).ShouldBe(new AggirResult(gir, rank, function, sum));

    [Fact]
    public void Given_every_combination_When_computed_Then_each_has_one_of_six_groups_and_all_six_occur()
    {
        All.Select(m => Aggir.Compute(m).Gir).Distinct().Order().ShouldBe([1, 2, 3, 4, 5, 6]);
        All.Select(m => Aggir.Compute(m).Rank).Distinct().Order().ShouldBe(Enumerable.Range(1, 13));
    }

    [Fact]
    public void Given_one_activity_more_lost_When_computed_Then_the_group_never_rises_but_for_thirty_cases_of_transfers_and_indoors()
    {
        // The annex itself: in function H a transfer done in part weighs 2000 and one lost 1000; in B moving indoors counts below zero.
        var rises = All.SelectMany(m => Enumerable.Range(0, 8).Where(i => m[i] is not Modality.C).Select(i => (Activity: i, From: m, To: (Modality[])[.. m[..i], m[i] + 1, .. m[(i + 1)..]])))
            .Where(step => Aggir.Compute(step.To).Gir > Aggir.Compute(step.From).Gir).ToList();
        rises.Count.ShouldBe(30);
        rises.Select(r => Aggir.Variables[r.Activity]).Distinct().Order().ShouldBe(["INDOORS", "TRANSFERS"]);
    }

    [Theory]
    [InlineData("1111", Modality.A)]
    [InlineData("0000", Modality.C)]
    [InlineData("1011", Modality.B)]
    [InlineData("0001", Modality.B)]
    [InlineData("A", Modality.A)]
    [InlineData("C", Modality.C)]
    public void Given_adverbs_When_read_Then_four_yes_are_A_and_four_no_are_C(string answer, Modality modality) => Modalities.TryParse(answer).ShouldBe(modality);

    [Theory]
    [InlineData("")]
    [InlineData("D")]
    [InlineData("111")]
    [InlineData("1121")]
    [InlineData(null)]
    public void Given_anything_else_When_read_Then_nothing(string? answer) => Modalities.TryParse(answer).ShouldBeNull();

    [Fact]
    public void Given_parts_of_a_variable_When_joined_Then_as_the_guide_joins_them()
    {
        Modalities.AnyLost(Modality.A, Modality.C).ShouldBe(Modality.C);
        Modalities.AnyLost(Modality.A, Modality.B).ShouldBe(Modality.B);
        Modalities.AllLost(Modality.A, Modality.C).ShouldBe(Modality.B);
        Modalities.AllLost(Modality.C, Modality.C, Modality.C).ShouldBe(Modality.C);
        Modalities.AllLost(Modality.A, Modality.A, Modality.A).ShouldBe(Modality.A);
        Modalities.Eating(Modality.A, Modality.C).ShouldBe(Modality.B);
        Modalities.Eating(Modality.B, Modality.C).ShouldBe(Modality.C);
        Modalities.Eating(Modality.A, Modality.A).ShouldBe(Modality.A);
    }
}
