using System.Text;
using Coordination.Api.CareRecord;
using FsCheck;
using FsCheck.Fluent;

namespace Coordination.Tests.Persons;

public sealed class PersonNameSpecs
{
    [Theory]
    [InlineData("Œuvrard", "oeuvrard")]
    [InlineData("Le Goff-Hélène", "le goff helene")]
    [InlineData("D’Arçon", "d arcon")]
    [InlineData("STRAẞE", "strasse")]
    [InlineData("Noe\u0308l", "noel")]
    public void G68_Given_accents_ligatures_hyphens_When_folded_Then_one_spelling(string name, string folded) => PersonName.Fold(name).ShouldBe(folded);

    [Theory]
    [InlineData("dupont", "dupond")]
    [InlineData("lefevre", "lefebvre", false)]
    [InlineData("mathieu", "matthieu")]
    [InlineData("philippe", "filipe")]
    [InlineData("goncalves", "gonsalves", false)]
    [InlineData("vincent", "vinsant")]
    [InlineData("moreau", "moraux")]
    [InlineData("thibault", "tibaut", false)]
    [InlineData("guerin", "gerrin", false)]
    [InlineData("quentin", "kantin")]
    [InlineData("martin", "durand", false)]
    [InlineData("jeanne", "jean", false)]
    public void Given_two_names_When_they_sound_alike_in_French_Then_one_sound(string one, string other, bool alike = true) =>
        (PersonName.Sound(one) == PersonName.Sound(other)).ShouldBe(alike, $"{PersonName.Sound(one)} {PersonName.Sound(other)}");

    [Fact]
    public void Given_particles_When_names_are_told_apart_Then_they_do_not_count()
    {
        PersonName.Telling("de La Tour d'Auvergne").ShouldBe(["tour", "auvergne"]);
        PersonName.Telling("Le").ShouldBe(["le"]);
    }

    [Fact]
    public void Given_any_text_When_folded_Then_case_composition_and_a_second_folding_change_nothing() =>
        Prop.ForAll(ArbMap.Default.ArbFor<NonNull<string>>(), text =>
        {
            if (text.Get.Any(char.IsSurrogate)) return true;
            var folded = PersonName.Fold(text.Get);
            return PersonName.Fold(folded) == folded && PersonName.Fold(text.Get.Normalize(NormalizationForm.FormD)) == folded && PersonName.Sound(folded) is not null;
        }).QuickCheckThrowOnFailure();
}
