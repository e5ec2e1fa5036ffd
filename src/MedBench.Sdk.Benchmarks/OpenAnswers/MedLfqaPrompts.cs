namespace MedBench.Benchmarks;

/// <summary>The two questions of MedLFQA's judge, byte for byte: <c>PROMPT</c>, <c>HALLUCINATION</c> and <c>COMPREHENSIVENESS</c> in <c>pdata_collection.py</c> of dmis-lab/OLAPH @ 17d9014.</summary>
/// <remarks>
/// They descend from K-QA's and are not the same bytes: lines are joined, quotation marks single, an example is left out or answered otherwise, and a blank follows the
/// last word. Each set is quoted whole from its own file, for text shared between the two would make a correction of one a change of the other.
/// </remarks>
internal static class MedLfqaPrompts
{
    public const string Entailment =
        """
        # OVERALL INSTRUCTIONS
        - You have a deep understanding of logical relationships, such as entailment and contradiction, to evaluate given triplets of (question, premise, hypothesis).

        # TASK INSTRUCTIONS
        Your goal is to determine whether the Premise effectively entails the corresponding Hypothesis. Carefully analyze each triplet, focusing on details.
        - If the premise disagrees with, is unrelated to, or does not support the hypothesis, there is not enough evidence to determine whether it is true, and so you answer should be False.
        - Approach each question methodically, considering the step-by-step process outlined below.

        # INPUT DATA
        Question: What does trich test for? Let's think step by step.
        Premise: The term 'trich test' can refer to two different medical tests, depending on the context. Here are the two possibilities: Trichomoniasis Test: Trichomoniasis is a sexually transmitted infection (STI) caused by the parasite Trichomonas vaginalis. The trichomoniasis test, also known as a trich test or trichomonas test, is used to detect the presence of this parasite in the body. The test is typically performed on a sample of vaginal discharge in women or urine in men. Trichogram: A trichogram is a diagnostic test used to evaluate hair loss and assess the health and condition of hair follicles. It involves plucking a small number of hairs from the scalp and examining them under a microscope. It's important to note that without additional context, it's difficult to determine which specific test you are referring to.
        Hypothesis: Trichamoniasis- a parasitic infection that can cause your symptoms.
        Answer: According to the premise 'trich test' refer to two different medical tests. A Trichamoniasis test is one of them, which is used to detect this parasite's presence. As stated in the hypothesis, the trich test is used to diagnose parasitic infections. Ths premise entails the hypothesis. The answer is True.
        ###
        Question: Can diabetics eat sweets? Let's think step by step.
        Premise: Individuals with diabetes are recommended to limit their consumption of sweets to one or two times per week. It is also suggested being selective with desserts and to focus on foods with a low glycemic index, such as high fiber foods like whole grains and legumes, as well as certain lower sugar fruits like berries, melons, and apples.
        Hypothesis: It is recommended that diabetics avoid sweets.
        Answer: The premise suggests that diabetics can eat sweets but limit their consumption. According to the hypothesis diabetics should avoid sweets. Diabetics are allowed to consume sweets according to the premise, but they are prohibited according to the hypothesis. There is a contradiction between the premise and the hypothesis. The answer is False.
        ###
        Question: What is the best hypertension treatment for patients who are also have Crohn's disease? Let's think step by step.
        Premise: For patients with Crohn's disease and hypertension, the recommended treatment is a combination of lifestyle changes and medication. The ACC/AHA recommends initiation of antihypertensive drug therapy at a BP ≥130/80 mm Hg for adults with hypertension. It is also important to monitor your blood pressure regularly to make sure that it is under control.
        Hypothesis: reducing sodium intake, are the first-line treatment for hypertension in individuals with  Crohn's disease
        Answer: The premise suggests that the recommended treatment for patients with diabetes and hypertension is a combination of lifestyle changes and medication, including antihypertensive drug therapy. The hypothesis focuses on reducing sodium intake as the first-line treatment. A reduction in sodium intake could be a part of the lifestyle changes, but since it is not mentioned in the premise, the premise do not entail the hypothesis. The answer is False.
        ###
        Question: 25 yo female with right lower abdominal pain, what might be causing it? Let's think step by step.
        Premise: Right lower abdominal pain in a 25-year-old female could be caused by a variety of medical conditions. Some potential causes include: Ovarian cyst: a fluid-filled sac on the ovary - Ectopic pregnancy: a pregnancy that occurs outside the uterus.
        Hypothesis: possible cause for right lower abdominal pain in a young female can be Appendicitis.
        Answer: The premise lists several potential causes of right lower abdominal pain in a 25-year-old female, not including appendicitis. The hypothesis states that Appendicitis could be a cause of right lower abdominal pain in a young female. There is no direct contradiction between the premise and the hypothesis, as the premise does not exclude the possibility of appendicitis as the cause of the pain. The answer is True.
        ###
        Question: {question} Let's think step by step.
        Premise: {answer}
        Hypothesis: {claim}
        Answer:
        """ + " ";

    public const string Contradiction =
        """
        # OVERALL INSTRUCTIONS
        - You have a deep understanding of logical relationships, such as entailment and contradiction, to evaluate given triplets of (question, premise, hypothesis).

        # TASK INSTRUCTIONS
        Your goal is to determine whether the Premise effectively contradicts the corresponding Hypothesis. Carefully analyze each triplet, focusing on details.
        - If the premise and the hypothesis are unrelated or lack sufficient evidence to ascertain their truthfulness, label your answer as False.
        - be vigilant in identifying cases where the premise doesn't rule out the possibility of an entity (e.g., vaccine, symptom) appearing in the hypothesis. In such cases, classify the answer as False.
        - Approach each question methodically, considering the step-by-step process outlined below.

        # INPUT DATA
        Question: What does trich test for? Let's think step by step.
        Premise: The term 'trich test' can refer to two different medical tests, depending on the context. Here are the two possibilities: Trichomoniasis Test: Trichomoniasis is a sexually transmitted infection (STI) caused by the parasite Trichomonas vaginalis. The trichomoniasis test, also known as a trich test or trichomonas test, is used to detect the presence of this parasite in the body. The test is typically performed on a sample of vaginal discharge in women or urine in men. Trichogram: A trichogram is a diagnostic test used to evaluate hair loss and assess the health and condition of hair follicles. It involves plucking a small number of hairs from the scalp and examining them under a microscope. It's important to note that without additional context, it's difficult to determine which specific test you are referring to.
        Hypothesis: Trichamoniasis- a parasitic infection that can cause your symptoms.
        Answer: According to the premise 'trich test' refer to two different medical tests. A Trichamoniasis test is one of them, which is used to detect this parasite's presence. As stated in the hypothesis, the trich test is used to diagnose parasitic infections. Ths premise entails the hypothesis. The answer is False.
        ###
        Question: Can diabetics eat sweets? Let's think step by step.
        Premise: Individuals with diabetes are recommended to limit their consumption of sweets to one or two times per week. It is also suggested being selective with desserts and to focus on foods with a low glycemic index, such as high fiber foods like whole grains and legumes, as well as certain lower sugar fruits like berries, melons, and apples.
        Hypothesis: It is recommended that diabetics avoid sweets.
        Answer: The premise suggests that diabetics can eat sweets but limit their consumption. According to the hypothesis diabetics should avoid sweets. Diabetics are allowed to consume sweets according to the premise, but they are prohibited according to the hypothesis. There is a contradiction between the premise and the hypothesis. The answer is True.
        ###
        Question: 25 yo female with right lower abdominal pain, what might be causing it? Let's think step by step.
        Premise: Right lower abdominal pain in a 25-year-old female could be caused by a variety of medical conditions. Some potential causes include: Ovarian cyst: a fluid-filled sac on the ovary - Ectopic pregnancy: a pregnancy that occurs outside the uterus.
        Hypothesis: possible cause for right lower abdominal pain in a young female can be Appendicitis.
        Answer: The premise lists several potential causes of right lower abdominal pain in a 25-year-old female, not including appendicitis. The hypothesis states that Appendicitis could be a cause of right lower abdominal pain in a young female. There is no direct contradiction between the premise and the hypothesis, as the premise does not exclude the possibility of appendicitis as the cause of the pain. The answer is False.
        ###
        Question: Can a headache last longer than a few days? Let's think step by step.
        Premise: Yes, it is possible. If you are experiencing a headache that lasts longer than a few days, it is important to see a doctor to get the appropriate treatment. This will help to relieve the pain and prevent any further complications.
        Hypothesis: It is not a cause for concern if a headache lasts longer than a few days.
        Answer: This premise acknowledges that a headache can last for several days, but emphasizes that seeing a doctor to prevent further complications is important. According to this hypothesis, headaches lasting longer than a few days are not cause of concern. There is a contradiction between the premise and hypothesis due to the premise emphasizing the importance of seeking medical consultation, while the hypothesis posits that there is no cause for concern. The answer is True.
        ###
        Question: {question} Let's think step by step.
        Premise: {answer}
        Hypothesis: {claim}
        Answer:
        """ + " ";
}
