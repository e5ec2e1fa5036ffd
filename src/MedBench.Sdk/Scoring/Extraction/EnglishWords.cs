using static MedBench.Scoring.Extraction.WordClass;

namespace MedBench.Scoring.Extraction;

/// <summary>The English part of the <see cref="Lexicon"/>; a word listed twice plays both parts.</summary>
internal static class EnglishWords
{
    /// <summary>Gets the words of each part, separated by blanks.</summary>
    internal static IEnumerable<(WordClass Parts, string Words)> Entries { get; } =
    [
        (Answer, "answer answers ans final_answer correct_answer"),
        (OptionNoun, "option choice letter alternative options"),
        (Copula, "is are be was were it's that's equals seems appears remains becomes being fits matches corresponds stands"),
        (Modal, "would should must will shall can it'd i'd"),
        (Hedge, "could might may possible possibly perhaps potentially plausible possibility candidate less least partially partly almost nearly tempting"),
        (Negation, "not isn't aren't wasn't weren't wouldn't shouldn't couldn't won't don't doesn't didn't cannot can't never neither nor none no without hardly nobody except excluding besides"),
        (Rejection, "incorrect wrong false inaccurate invalid unlikely inappropriate inconsistent contraindicated implausible insufficient suboptimal"),
        (Rejection, "eliminate eliminates eliminated eliminating exclude excludes excluded rule rules ruled ruling reject rejects rejected discard discarded dismiss dismissed worst irrelevant unsuitable distractor"),
        (Correct, "correct right accurate"),
        (Most, "most"),
        (Fitting, "likely appropriate probable suitable accurate concerning consistent plausible reasonable fitting logical suggestive relevant accurately closely correct probably strongly helpful"),
        (Best, "best likeliest closest strongest greatest"),
        (Conclusion, "therefore thus hence so consequently accordingly conclusion overall finally final ultimately summary concluding conclude ergo based given considering tl;dr verdict"),
        (Correction, "wait actually correction sorry mistake mistaken mistakenly reconsider reconsidering reconsidered reconsideration revise revised revising oops reflection rethink rethinking re-evaluate hmm scratch apologies apologize misread misspoke"),
        (Condition, "example if unless whether suppose supposing assuming"),
        (Select, "choose choosing chose chosen select selecting selected pick picking picked go going went opt opting opted guess guessing leaves leaving left lean leaning settle vote think believe say prefer"),
        (Filler, "the a an to this that my our best correct right final likely probably definitely certainly clearly therefore thus hence so indeed simply just only option choice letter alternative most probable appropriate number single following with for on towards toward us me be been being now then still also here in case question given highly very fairly should must will would i i'd it's obviously undoubtedly ultimately actually instead overall it as of namely accurate question's more options"),
        (Article, "a an the"),
        (Joiner, "or and nor plus"),
        (Several, "either both between combination neither multiple several"),
        (Distributive, "through each every any other another which possible choices first second third next incorrect wrong some these those following what sample example previous user's"),
        (Continuation, "because since as due given for from in here which that who when where while with based according by but not rather and or is are was would should must seems appears remains has have had can could best correct right fits out however although though therefore so if after over of to at on also only will directly most represents describes refers fits matches does do didn't doesn't isn't it's alone i"),
        (Pronoun, "this it that"),
        (Contrast, "but rather instead not than versus vs unlike over"),
        (Final, "final finally ultimate definitive"),
        (Indication, "consistent suggest suggests suggesting suggestive indicate indicates indicating indicative support supports supporting point points confirm confirms characteristic diagnostic pathognomonic"),
        (Sought, "step diagnosis treatment management therapy cause mechanism explanation drug medication agent test investigation study organism pathogen vector complication factor"),
        (Markup, "text textbf textit mathrm mathbf textrm mathsf mathit boxed fbox bf rm strong b"),
        (Field, "answer final_answer correct_answer answer_letter answer_choice answer_option selected_answer predicted_answer choice selected_choice option selected_option correct_option best_answer answer_idx answer_index prediction letter final selected finalanswer correctanswer answerletter selectedoption response result output solution diagnosis decision selection label boxed fbox"),
    ];
}
