/**
 * Words that people use for one another, formal and everyday, a bar or a line after each meaning. A text counts as having
 * the meaning of each word in it, beside its characters; so a question in a chat finds a notice in officialese.
 */
export const meaningWords: readonly (readonly string[])[] = `
新冠 新型冠状病毒 新型肺炎 新冠肺炎 新冠病毒 武汉肺炎 新冠状病毒 冠状病毒 新肺炎 ncov covid
孩子 小孩 儿童 宝宝 娃 小朋友 幼儿 婴儿 婴幼儿 孩童 幼童 宝贝 娃娃 未成年人
老人 老年人 老年 长者 老头 老太 大爷 大妈 上年纪 | 孕妇 怀孕 怀娃 怀上 准妈妈 孕期 妊娠 怀孩子 大肚子 准妈
生育 不孕 不育 怀不上 绝育 生孩子 要孩子 断子绝孙 | 性功能 阳痿 壮阳 不举 勃起 那方面
丈夫 老公 男人 男性 男子 男的 男士 爷们 | 妻子 老婆 女人 女性 女子 女的 女士 妇女 | 母亲 妈妈 母 娘 老妈
父亲 爸爸 老爸 爹 | 母乳 奶水 喂奶 哺乳 吃奶 | 医生 大夫 医师 郎中 | 护士 医护 医务 白衣天使 医护人员
医院 诊所 卫生院 | 药 药物 药品 吃药 服药 用药 | 治疗 治愈 治好 医治 医好 救治 疗效 根治 治病
预防 防止 抵抗 防 抵御 阻挡 避免 抗 | 感染 传染 中招 染上 患上 得了 确诊 阳性 患 传播 被传 传给
死亡 死 去世 身亡 丧命 没了 致命 致死 猝死 丧生 离世 毙命 | 癌症 癌 致癌 肿瘤 得癌 抗癌 防癌 患癌
中毒 有毒 毒素 毒性 毒 | 心脏 心脏病 心梗 心肌梗死 心肌梗塞 冠心病 心血管
中风 脑梗 脑血栓 卒中 脑溢血 脑出血 | 血压 高血压 降压 血压高 | 糖尿病 血糖 降糖 高血糖
艾滋 艾滋病 hiv 艾滋病毒 | 自闭 自闭症 孤独症 | 精神病 疯 精神疾病 精神失常 精神障碍 疯掉 | 抑郁 抑郁症
近视 视力 眼镜 度数 | 减肥 瘦身 变瘦 瘦 减重 燃脂 甩油 | 肥胖 发胖 胖 长胖 变胖 增肥 超重 | 脂肪 肥肉 赘肉
橘皮 橙子皮 橘皮组织 | 长高 增高 个子 身高 | 聪明 智商 智力 变聪明 脑子好 | 失眠 睡不着 睡眠 睡觉
发烧 发热 高烧 低烧 烧 | 咳嗽 咳 咳嗽不止 | 感冒 流感 伤风 | 口罩 带口罩 戴口罩
疫苗 接种 打针 注射 打疫苗 预防针 | 消毒 杀菌 灭菌 杀毒 杀死 灭活 消杀 | 酒精 白酒 喝酒 饮酒 喝白酒 酒
抽烟 吸烟 香烟 烟草 烟民 | 核酸 检测 试剂 试剂盒 | 隔离 封闭 封锁 封控 管控 封城 封路 封小区
停运 停驶 停开 停止运营 停止运行 停摆 | 出租车 的士 计程车 打车 | 公交 公交车 巴士 公共汽车
地铁 轨道交通 轻轨 | 高铁 动车 火车 列车 | 飞机 航班 客机 | 酒店 宾馆 旅馆 旅店 民宿
超市 商场 卖场 商店 便利店 | 菜市场 市场 农贸市场 菜场 集市 | 厕所 卫生间 洗手间 马桶
下水道 地漏 污水管 排水管 下水管 | 学校 校园 开学 复学 返校 上学 | 放假 假期 寒假 暑假 停课 | 老师 教师 教员
警察 民警 公安 警方 派出所 | 士兵 军队 军人 部队 解放军 | 罚款 扣分 处罚 罚 扣 | 贴标签 标识 标注 标签
执照 资格 行医资格 吊销 取消 | 钱 现金 元 人民币 钞票 块钱 | 工资 薪水 收入 薪酬 年薪 | 银行 存款 贷款 储蓄
手机 电话 智能手机 打电话 接电话 讲电话 | 电池 电量 掉电 耗电 费电 充电 省电 | 声音 嗓门 大声
电脑 计算机 笔记本 | 网络 上网 互联网 网上 wifi 无线网 | 辐射 电磁波 电磁辐射 放射
核电站 核泄漏 核事故 核污染 核辐射 | 巨型 怪物 巨大 变异 超大 怪兽 畸形 | 海蜇 水母 | 西红柿 番茄
土豆 马铃薯 洋芋 | 红薯 地瓜 番薯 甘薯 白薯 | 西兰花 绿花菜 花椰菜 西蓝花 花菜 | 卷心菜 包菜 圆白菜 甘蓝
大蒜 蒜 蒜头 蒜子 蒜瓣 | 花生 花生米 | 鸡蛋 蛋 蛋黄 | 牛奶 奶 奶粉 奶制品
猪肉 肉 牛肉 羊肉 鸡肉 肉类 畜禽 家畜 家禽 | 海鲜 虾 鱼 鱼虾 水产 | 螃蟹 蟹 大闸蟹
冷链 冷冻 冰冻 冻品 速冻 | 进口 国外 外国 海外 境外 | 食物 食品 吃的 饮食 | 水果 果子 果实 | 蔬菜 青菜 菜
反季 反季节 催熟 | 添加剂 防腐剂 色素 | 转基因 基因改造 | 农药 残留 农残 | 塑料 塑胶 塑化剂
瓶装水 矿泉水 饮用水 纯净水 | 饮料 可乐 汽水 | 方便面 泡面 速食面 | 隔夜 过夜 剩菜 剩饭 | 味精 鸡精
微波炉 微波 | 刷牙 洗牙 牙齿 漱口 洗洗牙 | 洗澡 沐浴 淋浴 泡澡 洗浴 | 洗头 头发 脱发 掉发 掉头发
皮肤 美容 护肤 美白 | 屁股 屁屁 打屁股 | 大脑 脑子 脑 脑袋 | 性格 脾气 个性 | 字 笔迹 写字 字迹
眼睛 眼 视网膜 | 骨头 骨骼 骨质疏松 缺钙 补钙 | 肝脏 肝 伤肝 护肝 | 肾脏 肾 伤肾 补肾 | 肠胃 胃 胃病 肠道
排毒 解毒 清肺 清除 | 免疫 免疫力 抵抗力 | 尿 尿液 童子尿 小便 | 精子 精液 | 月经 例假 经期 大姨妈
多肉 肉肉 盆栽 植物 | 闪电 打雷 雷电 雷击 雷暴 | 烟花 鞭炮 爆竹 烟花爆竹 | 地震 余震 震级
洪水 洪灾 溃坝 决堤 发大水 涨水 垮坝 | 暴雨 大雨 降雨 强降雨 | 台风 飓风 | 爆炸 炸 起爆 | 火灾 着火 起火 失火 大火 山火 火情 烧起来 烧了
车祸 交通事故 撞车 | 拐卖 人贩子 偷孩子 抢孩子 拐骗 抱走 | 诈骗 骗局 骗子 骗 骗钱 | 动物 宠物 猫狗 狗 猫
蚊子 蚊虫 叮咬 | 老鼠 鼠 鼠疫 | 蛇 毒蛇 | 寒冷 天冷 冷 低温 降温 寒潮 | 炎热 高温 天热 热
挂烫机 熨斗 蒸汽熨斗 熨烫 | 吹风机 电吹风 | 卡片 消毒卡 防护卡 卡 | 聚集 聚会 聚餐 宴席 | 停电 断电 限电
停水 断水 | 涨价 上涨 提价 物价 涨 | 抢购 囤货 囤 哄抢 买不到 | 免费 不要钱 白送 免费领取
补贴 补助 补偿 津贴 | 退休 养老金 退休金 养老 | 医保 社保 医疗保险 | 日本 日媒 | 美国 美军 美方
喝水 饮水 开水 白开水 热水 | 拉肚子 腹泻 拉稀 闹肚子 | 头疼 头痛 偏头痛 | 肚子疼 腹痛 胃疼 胃痛 | 痛风 尿酸
结石 肾结石 胆结石 | 白头发 白发 | 秃头 秃顶 谢顶 | 痘痘 痤疮 粉刺 青春痘 | 坐月子 月子 产后
流产 打胎 堕胎 | 洗洁精 洗衣粉 洗涤剂 | 空调 冷气 | 电动车 电瓶车 电单车 | 汽车 轿车 小车 车子 私家车
油价 汽油 加油 | 酒驾 醉驾 酒后驾车 | 身份证 证件 | 房价 房子 楼市 买房 住房 | 股票 炒股 股市 | 彩票 中奖
大学 高校 学院 | 高考 考试 | 学生 大学生 同学 | 外星人 ufo 飞碟 | 记忆 记性 健忘 失忆
老年痴呆 阿尔茨海默 痴呆 | 长寿 寿命 短命 折寿 减寿 活得久 | 危害 伤害 损害 有害 害处 伤身
有益 好处 益处 健康 养生 保健 | 营养 养分 | 早餐 早饭 | 晚饭 晚餐 | 午睡 午觉 | 熬夜 晚睡
锻炼 运动 健身 跑步 | 海洋 大海 海水 | 太空 宇宙 航天 | 月球 月亮 | 太阳 阳光 晒太阳 日晒 | 外国人 老外 外籍
照片 图片 | 自杀 轻生 跳楼 | 杀人 凶杀 行凶 砍人 伤人 捅人 捅伤 刺伤 砍伤 | 偷 盗窃 小偷 行窃 | 抢劫 打劫 | 抓获 抓 逮捕 被捕 拘留
打人 殴打 斗殴 打架 | 倒塌 塌 垮塌 坍塌 垮 塌方 | 快递 包裹 | 关闭 关门 停业 歇业 | 恢复 开放 重新开放 复工
推迟 延长 延期 延后 | 捐赠 捐款 捐 捐献 | 猪 生猪 猪瘟 | 变质 过期 发霉 霉变 坏了 | 冰箱 冷藏
纸巾 卫生纸 餐巾纸 | 纸尿裤 尿不湿 尿布 | 化妆品 护肤品 | 手术 开刀 | 输液 打点滴 吊瓶 吊水 挂水
纠纷 争吵 吵架 吵起来 口角 冲突 争执 | 泄漏 泄露 漏气 外泄 渗漏 | 失联 失踪 走失 走丢 下落不明
受伤 负伤 伤者 | 开除 辞退 解雇 离职 裁员 | 结婚 成家 成婚 领证 | 企业 公司 厂家 工厂 | 员工 职工 工人
无人驾驶 自动驾驶 无人车 | 邮件 邮箱 电邮 | 退费 退款 退钱 | 素食 吃素 纯素 全素 | 硬扛 硬撑 扛 忍一忍
老板 总裁 董事长 创始人 | 游客 旅客 乘客 | 抗生素 消炎药 | 鼻子 鼻孔 鼻血 | 耳朵 掏耳朵 耳屎 | 喉咙 嗓子 咽喉 | 手指 指头 指甲 | 乳房 胸部 胸
内衣 文胸 胸罩 | 生殖器 阴茎 | 双胞胎 孪生 | 基因 遗传 dna
`
  .trim()
  .split(/[|\n]/u)
  .map((words) => words.trim().split(" "));

/** The words that begin with a unit, longest first, each with the numbers of its meanings. */
export const wordsByFirstUnit = new Map<number, { word: string; meanings: number[] }[]>();

for (const [number, words] of meaningWords.entries()) {
  for (const word of words) {
    const first = word.charCodeAt(0);
    const same = wordsByFirstUnit.get(first) ?? [];
    const known = same.find((other) => other.word === word);
    if (known) known.meanings.push(number);
    else same.push({ word, meanings: [number] });
    wordsByFirstUnit.set(
      first,
      same.toSorted((one, other) => other.word.length - one.word.length),
    );
  }
}

const canon = new Map(
  meaningWords.toReversed().flatMap((words) => words.map((word) => [word, words[0] ?? word] as const)),
);

/** A normalised text with one word for each meaning; of the words that begin at one place the longest counts. */
export function canonical(text: string): string {
  let [said, done] = ["", 0];
  for (let at = 0; at < text.length; at++) {
    const word = longestKnown(text, at);
    if (word === undefined) continue;
    said += text.slice(done, at) + (canon.get(word) ?? word);
    done = at + word.length;
    at = done - 1;
  }
  return said + text.slice(done);
}

const sayings = Map.groupBy(canon.keys(), (word) => canon.get(word) ?? word);

/** A word of several parts, each with other words for it, is looked for in no more ways than this. */
const MOST_WAYS = 32;

/** A word in the other ways in which it, or a part of it, can be said. */
export function otherWordsFor(word: string): string[] {
  let ways = [""];
  for (let at = 0; at < word.length; ) {
    const part = longestKnown(word, at) ?? word.charAt(at);
    const all = sayings.get(canon.get(part) ?? part) ?? [part];
    const said = ways.length * all.length > MOST_WAYS ? [part] : all;
    ways = ways.flatMap((way) => said.map((other) => way + other));
    at += part.length;
  }
  return ways.filter((way) => way !== word);
}

function longestKnown(text: string, at: number): string | undefined {
  return wordsByFirstUnit.get(text.charCodeAt(at))?.find(({ word }) => text.startsWith(word, at))?.word;
}
