/** PURE: what the API says of claims, tasks, verdicts and what they rest on, in Arabic: form by form. */
export const claimSentences: Readonly<Record<string, string>> = {
  // ── what is not there, or is there already ──
  'There is no {what} "{name}".': 'لا {what} هنا: "{name}".',
  'The quote {fault}.': 'الاقتباس: {fault}.',
  'The request names what is not there.': 'يسمّي الطلب ما لا وجود له.',
  'The latest version, {number}, has this very text.': 'آخر نسخة، {number}، لها هذا النص نفسه.',
  'This is the same claim as that of items[{number}].': 'هذا هو الادعاء نفسه في items[{number}].',
  'Who holds a task is for the desk: leave `assignee` out.': 'من يحجز المهمة شأن المكتب: اترك `assignee`.',
  'The {what} is taken: the claim {claim} has it, with other content.':
    '{what} مأخوذ: هو للادعاء {claim} بمحتوى آخر.',
  'The claim {claim} has {most} relations, and can have no more.':
    'للادعاء {claim} من العلاقات {most}، ولا مزيد عليها.',
  'The claim {claim} has {most} pieces of evidence, and can have no more.':
    'للادعاء {claim} من الأدلة {most}، ولا مزيد عليها.',
  'The claim {claim} has {most} records of who was asked, and can have no more.':
    'للادعاء {claim} من سجلات من سُئلوا {most}، ولا مزيد عليها.',
  'The claim {claim} has this external id.': 'للادعاء {claim} هذا المعرّف الخارجي.',
  'The claim {claim} stands on this very quote.': 'يقوم الادعاء {claim} على هذا الاقتباس نفسه.',
  'Others enter the same claims at this moment. Send it again.':
    'يُدخل غيرك الادعاءات نفسها في هذه اللحظة. أرسله من جديد.',
  'The document holds more than one import may: 20,000 items at most.':
    'في الوثيقة أكثر مما يتّسع له استيراد واحد: 20,000 عنصر على الأكثر.',
  'Others import the same reviews at this moment. Send it again.':
    'يستورد غيرك المراجعات نفسها في هذه اللحظة. أرسله من جديد.',
  'Whether a claim was made to try something out cannot change once a verdict on it was published.':
    'لا يتغيّر كون الادعاء تجربة بعد أن نُشر حكم عليه.',
  'A claim has no relation to itself.': 'لا علاقة للادعاء بنفسه.',
  'This relation stands already.': 'هذه العلاقة قائمة.',
  'The claim is linked to this norm already.': 'الادعاء مرتبط بهذه القاعدة من قبل.',
  'A provision cannot cease to be in force before it is in force.': 'لا ينتهي نفاذ البند قبل أن يبدأ.',
  'The instrument already has a paragraph {paragraph}.': 'في الصك فقرة {paragraph} من قبل.',
  'The ref of a provision is taken. Choose another.': 'رمز أحد البنود مأخوذ. اختر غيره.',
  'Another scale was published at the same moment. Read it, then decide again.':
    'نُشر سلّم آخر في اللحظة نفسها. اقرأه ثم قرّر.',

  // ── moves of claims ──
  'A claim that is {status} has no move "{event}"; not in its present status.':
    'ليس للادعاء وهو {status} الخطوة «{event}» في حاله هذه.',
  'A claim that is {status} has no move "{event}"; from there it can: {open}.':
    'ليس للادعاء وهو {status} الخطوة «{event}»؛ المتاح منه: {open}.',
  'It is {status} and has no move "{event}"; from there it can: {open}.':
    'حاله: {status}، وليس له الخطوة «{event}»؛ المتاح منه: {open}.',
  'This move is made elsewhere: POST it to {path}.': 'تُجرى هذه الخطوة في موضع آخر: أرسلها إلى {path}.',
  'Its verdict was submitted and is about to be recorded: withdraw the verdict afterwards.':
    'قُدّم حكمه وهو على وشك التسجيل: استرجع الحكم بعد ذلك.',
  'Only a person may do this.': 'لا يفعل هذا إلا إنسان.',
  'A worker does this once a verdict is submitted.': 'تجري هذه الخطوة آليًا بعد تقديم حكم.',
  'Only an editor may do this.': 'لا يفعل هذا إلا محرر.',
  'Only whoever holds the task may do this.': 'لا يفعل هذا إلا من حجز المهمة.',
  'Only whoever holds the task may do this: take the task first.':
    'لا يفعل هذا إلا من حجز المهمة: خذ المهمة أولًا.',
  'Only the author of the verdict may do this, or an editor who wrote some of what would be published.':
    'لا يفعل هذا إلا كاتب الحكم، أو محرّر كتب شيئًا مما سيُنشر.',
  'Only an editor may decide on a verdict.': 'لا يقرر في الحكم إلا محرر.',
  'Another editor holds the approval task: ask for its release or have it assigned to you.':
    'حجز محرر آخر مهمة الموافقة: اطلب أن يعيدها، أو أن تُسند إليك.',
  'Nobody else holds the approval: decide on it in turn.': 'لم يحجز الموافقة غيرك: قرّر فيها في دورك.',
  'A claim cannot be merged into itself.': 'لا يُدمج الادعاء في نفسه.',
  'The claim {ref} is {status} itself: merge into one that stands.':
    'حال الادعاء {ref} نفسه: {status}؛ ادمج في ادعاء قائم.',
  'The claim is published, and {ref} is not: merge it into one that is published.':
    'الادعاء منشور، و{ref} ليس منشورًا: ادمجه في منشور.',
  'The claim is published, and {ref} only tries something out: merge it into one that is published.':
    'الادعاء منشور، و{ref} للتجربة فقط: ادمجه في منشور.',
  'Readers know the claim: say to them in a note why it goes into another.':
    'القراء يعرفون الادعاء: قل لهم في ملاحظة لماذا دُمج في غيره.',
  'is needed of a published claim': 'مطلوبة لادعاء منشور',
  'The claim {ref} is {status}: there is no task on it.': 'حال الادعاء {ref}: {status}؛ فلا مهمة عليه.',

  // ── tasks and who holds them ──
  '{ref} is away until {moment}. {otherwise}': '{ref} غائب حتى {moment}. {otherwise}',
  'You hold {load}. {otherwise}': 'ما لديك من المهام: {load}. {otherwise}',
  '{ref} holds {load}. {otherwise}': 'ما لدى {ref} من المهام: {load}. {otherwise}',
  '{held} of at most {limit} tasks': '{held}، وأقصاها {limit}',
  'Finish or release one first.': 'أنجز واحدة أو أعدها أولًا.',
  'Choose somebody else, or send "override": true.': 'اختر غيره، أو أرسل "override": true.',
  'A task of the stage {stage} is for the roles: {roles}.': 'مهمة {stage} للأدوار: {roles}.',
  'Its clock and its lease stand still: unpause it first.': 'ساعتها وحجزها متوقفان: استأنفها أولًا.',
  'It is not paused.': 'ليست متوقفة.',
  'A task that is {status} has no move "{event}"; from there it can: {open}.':
    'حال المهمة: {status}؛ وليس لها الخطوة «{event}»؛ المتاح منها: {open}.',
  'A task that is {status} has no move "{event}"; nothing more happens to it.':
    'حال المهمة: {status}؛ وليس لها الخطوة «{event}»؛ لا يحدث لها شيء بعد.',
  'This follows from what happens to the claim.': 'يتبع هذا ما يحدث للادعاء.',
  'This task has ended.': 'انتهت هذه المهمة.',
  'This member is not active.': 'هذا العضو غير فعّال.',
  'A draft is seen by whoever holds the task and by editors.': 'يرى المسودةَ من حجز المهمة والمحررون.',
  'A task of the stage {stage} has no draft.': 'لا مسودة لمهمة {stage}.',
  'Only whoever holds the task may write its draft.': 'لا يكتب المسودة إلا من حجز المهمة.',
  'The task was moved or its draft saved from elsewhere: read it again.':
    'تحركت المهمة أو حُفظت مسودتها من موضع آخر: اقرأها من جديد.',
  'A task of the stage {stage} does not end in a verdict.': 'لا تنتهي مهمة {stage} بحكم.',
  'They are away.': 'غائب.',
  'They just let this work lapse.': 'انقضى حجزه لهذا العمل قبل قليل.',
  'They do not check claims in "{language}".': 'لا يدقق ادعاءات بلغة "{language}".',
  'They hold {held} of at most {limit} tasks already.': 'ما لديه من المهام: {held}، وأقصاها {limit}.',
  'They hold {held} of at most {limit} tasks.': 'ما لديه من المهام: {held}، وأقصاها {limit}.',
  'Somebody else knows a topic of the claim.': 'غيره يعرف موضوعًا من موضوعات الادعاء.',
  'They had {count} tasks in the last seven days, somebody else fewer.':
    'نال {count} من المهام في الأيام السبعة الأخيرة، وغيره أقل.',
  'They had {count} task in the last seven days, somebody else fewer.':
    'نال {count} من المهام في الأيام السبعة الأخيرة، وغيره أقل.',
  'Somebody else has waited for work longer.': 'انتظر غيره العمل أطول.',
  'As well suited as the one chosen, who is first by name.':
    'يناسب بقدر من اختير، والمختار أسبق في ترتيب الأسماء.',

  // ── verdicts: two sides ──
  'The verdict is {status}: there is nothing to decide.': 'حال الحكم: {status}؛ فلا شيء يُقرَّر.',
  'Whoever wrote any of what would be published, in this round or an earlier one, does not decide on it: somebody else must.':
    'من كتب شيئًا مما سيُنشر، في هذه الجولة أو في جولة سابقة، لا يقرر فيه: لا بد من غيره.',
  'Whoever returned a verdict does not write on its next round: somebody else must.':
    'من أعاد حكمًا لا يكتب في جولته التالية: لا بد من غيره.',
  'No other editor could decide on the verdict then: leave the writing to somebody else.':
    'لن يبقى محرر آخر يقرر في الحكم: اترك الكتابة لغيرك.',
  'No editor could decide on the verdict then, because each has written or changed some of what it would be published with: have it decided first.':
    'لن يبقى عندئذ محرر يقرر في الحكم، لأن كلًّا منهم كتب شيئًا مما سيُنشر معه أو غيّره: ليُقرَّر فيه أولًا.',
  'Nobody has broken the glass for this verdict, or it was too long ago.':
    'لم يوافق أحد على هذا الحكم خارج الدور، أو مضى على ذلك وقت طويل.',
  'The glass is broken for this edition already, and waits for its second person: it is not broken anew before it lapses, or the edition changes.':
    'سبقت الموافقة على هذه النسخة خارج الدور، وما زالت تنتظر الشخص الثاني: لا يوافق عليها أحد خارج الدور ثانيةً قبل انقضاء المهلة أو تغيّر النسخة.',
  'Only the second person who was named may confirm it.': 'لا يؤكده إلا الشخص الثاني المسمّى.',
  'Whoever broke the glass is no longer active, or their second person may no longer check.':
    'لم يعد من وافق خارج الدور فعّالًا، أو لم يعد للشخص الثاني أن يدقّق.',
  'What would be published is no longer what the glass was broken for. Whoever broke it has to read it again.':
    'لم يعد ما سيُنشر هو ما وُوفق عليه خارج الدور: على من وافق أن يقرأه من جديد.',
  'The second person cannot be this one.': 'لا يكون الشخص الثاني هذا الشخص.',
  'The verdict is {status}: only one that awaits approval is edited.':
    'حال الحكم: {status}؛ ولا يُحرَّر إلا ما ينتظر الموافقة.',
  'A verdict is edited by its author and by editors.': 'يحرر الحكمَ كاتبه والمحررون.',
  'Name the edition that you have read: its digest as `If-Match`, or as `edition` in the body. `GET …/edition` gives it.':
    'سمِّ النسخة التي قرأتها: بصمتها في `If-Match`، أو في `edition` من متن الطلب. يعطيها `GET …/edition`.',
  'What you name is not what would be published, and there is nothing to compare with: it was never given out, or texts in it have been withheld since. Read it again.':
    'ما ذكرته ليس ما سيُنشر، ولا شيء يُقارَن به: لم يُعطَ لأحد قط، أو حُجبت نصوص فيه منذئذٍ. اقرأه من جديد.',
  'What would be published has changed since you read it: read it again.':
    'تغيّر ما سيُنشر منذ قرأته: اقرأه من جديد.',
  'The rating clashes with that of {refs}. Acknowledge each conflict with a note, or return the verdict.':
    'يتعارض التصنيف مع تصنيف {refs}. أقرّ بكل تعارض مع ملاحظة، أو أعد الحكم إلى كاتبه.',
  'The verdict cannot be published as it is: {faults}. Return it.':
    'لا يمكن نشر الحكم كما هو: {faults}. أعده إلى كاتبه.',
  'The verdict cannot be recorded as it is. Its text is kept as the draft of the task.':
    'لا يمكن تسجيل الحكم كما هو. نصه محفوظ في مسودة المهمة.',
  'So changed, the verdict could not stand.': 'لا يقوم الحكم إن غُيّر هكذا.',
  'the task ended before the verdict could be recorded': 'انتهت المهمة قبل أن يُسجَّل الحكم',

  // ── what readers are told ──
  'No verdict on {ref} is published, so there is no ClaimReview of it. The claim is {status}.':
    'لا حكم منشورًا على {ref}، فلا ClaimReview له. حال الادعاء: {status}.',
  'The verdict on {ref} was taken back: {reason}': 'سُحب الحكم على {ref}: {reason}',
  'The claim {ref} was merged into {into}: {reason}': 'دُمج الادعاء {ref} في {into}: {reason}',
  'What was recorded is withdrawn already.': 'استُرجع ما سُجّل من قبل.',
  'Only a checker or an editor withdraws what was recorded.': 'لا يسترجع ما سُجّل إلا مدقق أو محرر.',
  'The notice is {status}: nothing is to be decided.': 'حال الملاحظة للقراء: {status}؛ فلا شيء يُقرَّر.',
  'Only an editor decides on a notice.': 'لا يقرر في ملاحظة للقراء إلا محرر.',
  'The writer of a notice does not approve it: another editor must.':
    'لا يوافق كاتب الملاحظة للقراء عليها: لا بد من محرر آخر.',
  'What the notice is about is no longer what the public is told: drop it.':
    'لم يعد ما تتناوله الملاحظة مما يُقال للقراء: اتركها.',
  'The words of the notice were erased: drop it, or write another.':
    'مُحي كلام الملاحظة للقراء: اتركها، أو اكتب غيرها.',
  'Only what was published and then retracted or merged has a notice.':
    'لا ملاحظة للقراء إلا لما نُشر ثم سُحب أو دُمج.',
  'The claim has a notice that is {status}: {digest}.': 'للادعاء ملاحظة للقراء، وحالها {status}: {digest}.',
  'The claim has no notice {digest}.': 'لا ملاحظة للقراء {digest} للادعاء.',

  // ── evidence ──
  'Nothing came of this capture that could be kept.': 'لم ينتج عن هذه اللقطة ما يُحفظ.',
  'This evidence is being captured, or a submitted verdict that cites it is about to be recorded: wait for what comes of it.':
    'يُلتقط هذا الدليل الآن، أو يوشك أن يُسجَّل حكم مرسل يستشهد به: انتظر نتيجة ذلك.',
  'What was captured of this evidence was erased, and is not captured again.':
    'مُحي ما التُقط من هذا الدليل، ولا يُلتقط من جديد.',
  'What was captured was erased.': 'مُحي ما التُقط.',
  'The store of captured pages does not answer. Try again shortly.':
    'لا يجيب مخزن الصفحات الملتقطة. حاول بعد قليل.',

  // ── at fields ──
  'must be text': 'يجب أن يكون نصًا',
  'must be a number': 'يجب أن يكون رقمًا',
  'must be a whole number': 'يجب أن يكون عددًا صحيحًا',
  'must be a whole number from {least} to {most}': 'يجب أن يكون عددًا صحيحًا من {least} إلى {most}',
  'must be true or false': 'يجب أن يكون true أو false',
  'must be an object': 'يجب أن يكون كائنًا',
  'must be a list': 'يجب أن يكون قائمة',
  'must be null': 'يجب أن يكون null',
  'must be one of {values}': 'يجب أن يكون واحدًا من {values}',
  'names no known alternative': 'لا يسمّي شكلًا معروفًا',
  'has none of the allowed forms': 'ليس بشكل من الأشكال المقبولة',
  'must be a UUID': 'يجب أن يكون UUID',
  'must be a UUID or a ref': 'يجب أن يكون UUID أو رمزًا',
  'must be 64 hex digits': 'يجب أن يكون 64 رقمًا ست عشريًا',
  'must be 1 to 64 letters, digits or . _ ( ) -, start with a letter or digit, and not be a UUID':
    'يجب أن يكون من 1 إلى 64 من الأحرف اللاتينية والأرقام و. _ ( ) -، ويبدأ بحرف أو رقم، وألا يكون UUID',
  'must be a BCP 47 language tag such as "ar" or "en-GB"':
    'يجب أن يكون رمز لغة وفق BCP 47، مثل "ar" أو "en-GB"',
  'names the language "{tag}" a second time': 'يذكر اللغة "{tag}" مرة ثانية',
  'must be a moment in UTC such as 2026-11-02T09:30:00Z':
    'يجب أن تكون لحظة بالتوقيت العالمي، مثل 2026-11-02T09:30:00Z',
  'must be after the year 0': 'يجب أن يكون بعد السنة 0',
  'must be a cursor that an earlier page gave as `next`': 'يجب أن يكون مؤشرًا أعطته صفحة سابقة في `next`',
  'must not be empty': 'يجب ألا يكون فارغًا',
  'must have at most {most} characters': 'أقصى عدد أحرفه {most}',
  'must have at least {least} characters': 'أدنى عدد أحرفه {least}',
  'must have at most {most} entries': 'أقصى عدد عناصره {most}',
  'must have at least {least} entries': 'أدنى عدد عناصره {least}',
  'must be at most {most}': 'يجب ألا يزيد على {most}',
  'must be at least {least}': 'يجب ألا يقل عن {least}',
  'must hold at most {most} languages': 'أقصى عدد لغاته {most}',
  'must hold at least one language': 'يجب أن يكون بلغة واحدة على الأقل',
  'must be one line without control characters': 'يجب أن يكون سطرًا واحدًا بلا حروف تحكم',
  'there is no {what} "{name}"': 'لا {what} هنا: "{name}"',
  'must be the id of a message of this stream': 'يجب أن يكون معرّف رسالة من هذا التدفق',
  'must be 1 to 255 printable ASCII characters in quotes':
    'يجب أن يكون من 1 إلى 255 حرف ASCII بين علامتي اقتباس',
  'must be {types} in UTF-8': 'يجب أن يكون {types} بترميز UTF-8',
  'must be percent-encoded UTF-8': 'يجب أن يكون UTF-8 بترميز النسبة المئوية',
  'must not contain the character NUL': 'يجب ألا يحوي الحرف NUL',
  'has percent-encoding that is not valid UTF-8': 'ترميز النسبة المئوية فيه ليس UTF-8 صالحًا',
  'invisible characters were taken out': 'نُزعت حروف لا تُرى',
  'a joiner between letters was written as %E2%80%8C or %E2%80%8D':
    'كُتب الفاصل بين الحروف %E2%80%8C أو %E2%80%8D',
  'is before inForceFrom': 'قبل inForceFrom',
  'must be "reader" for a tool': 'يجب أن يكون "reader" للأداة',
  'must not be those of another member': 'يجب ألا تكون لعضو آخر',
  'say whether it was said': 'حدّد هل قيل',
  'say whether it is so: choose a rating': 'حدّد هل هو صحيح: اختر تصنيفًا',
  'say whether it was quoted faithfully': 'حدّد هل نُقل بأمانة',
  'this rating is for forecasts, and the claim is none': 'هذا التصنيف للتوقعات، وليس الادعاء توقعًا',
  'a verdict that a norm was or was not violated must cite it, with act, actor and date':
    'الحكم بانتهاك قاعدة أو بعدمه يجب أن يستشهد بها، مع الفعل والفاعل والتاريخ',
  'no rationale has been written yet': 'لم يُكتب التعليل بعد',
  'the day to check it again must lie ahead': 'يجب أن يكون يوم إعادة التحقق في المستقبل',
  'a mark in the rationale, such as [E1], leads to no evidence that the verdict cites':
    'إشارة في التعليل، مثل ⁦[E1]⁩، لا تقود إلى دليل يستند إليه الحكم',
  'words that were confirmed to have been said cannot be fabricated': 'ما تأكد أنه قيل لا يكون مختلقًا',
  'a quotation needs a finding about how faithfully it is quoted': 'يحتاج الاقتباس إلى نتيجة عن أمانة نقله',
  '{ref} governs no transfer: it cannot be violated by one': 'لا ينظّم {ref} نقلًا: فلا يُنتهك بنقل',
  '{ref} governs one direction: say whether the goods went "to" or "from" the party that the instrument is about':
    'ينظّم {ref} اتجاهًا واحدًا: حدّد هل ذهبت البضائع إلى الطرف الذي يتناوله الصك أم خرجت منه',
  '{ref} governs what goes {governs} the party that the instrument is about, not what goes {went} it':
    'الاتجاه الذي ينظّمه {ref}: {governs} الطرف الذي يتناوله الصك؛ أما الاتجاه المذكور فهو: {went} هذا الطرف',
  'is not an active checker or editor': 'ليس مدققًا أو محررًا فعّالًا',
  'is you: a second person is needed': 'هو أنت: لا بد من شخص ثانٍ',
  'wrote some of what would be published, in this round or an earlier one':
    'كتب بعض ما سيُنشر، في هذه الجولة أو في جولة سابقة',
  'is not a rating of the current scale': 'ليس تصنيفًا من السلّم الحالي',
  'is not evidence of this claim': 'ليس دليلًا لهذا الادعاء',
  'is not a related claim': 'ليس ادعاءً ذا علاقة',
  'is cited twice': 'مذكور مرتين',
  'is not a capture of the evidence that is cited': 'ليست لقطة للدليل المذكور',
  'is a second capture of the same evidence': 'لقطة ثانية للدليل نفسه',
  'does not occur in this version of the article': 'لا يرد في هذه النسخة من المقال',
  'occurs more than once: give prefix, suffix or start': 'يرد أكثر من مرة: أعطِ prefix أو suffix أو start',
  'does not stand at this position': 'لا يقع في هذا الموضع',
  'does not stand between this prefix and suffix': 'لا يقع بين هذين prefix وsuffix',
  'needs a source or a label': 'يحتاج إلى مصدر أو وصف',
  'is the claim itself': 'هو الادعاء نفسه',
  'is taken': 'مأخوذ',
  'is required': 'مطلوب',
  'must change something': 'يجب أن يغيّر شيئًا',
  'must not be blank': 'يجب ألا يكون فارغًا',
  'is given twice': 'مذكور مرتين',
  'means whoever asks': 'يعني من يسأل',
  'needs a source, a label, or anonymous: true': 'يحتاج إلى مصدر أو وصف أو anonymous: true',
  'is already there': 'موجود من قبل',
  'is not the current ETag': 'ليس الوسم الحالي',
  'is the text of version {number}': 'هو نص النسخة {number}',
  'lies in the future': 'يقع في المستقبل',
  'must lie in the future': 'يجب أن يقع في المستقبل',
  'was used for another request': 'استُعمل لطلب آخر',
  'is no place in this feed': 'لا موضع له في هذا التلقيم',
  'must be the `next` of an earlier page of this list': 'يجب أن يكون `next` من صفحة سابقة لهذه القائمة',
  'must be a `cursor` or `next` of this feed': 'يجب أن يكون `cursor` أو `next` من هذا التلقيم',
};
